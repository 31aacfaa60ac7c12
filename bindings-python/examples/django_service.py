"""Prices over HTTP with Django, in one file: `python django_service.py runserver`."""

from __future__ import annotations

import sys

import django
import ratebook
from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from seaside import SEASIDE

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["localhost", "testserver"], SECRET_KEY="only-an-example")
    django.setup()


@csrf_exempt
def price(request: HttpRequest) -> HttpResponseBase:
    """Prices a request; a refusal is a problem document with every reason."""
    try:
        answer = SEASIDE.price_json(request.body)
    except ratebook.RatebookError as error:
        problem = {"title": error.message, "status": 422, **error.to_dict()}
        return JsonResponse(problem, status=422, content_type="application/problem+json")
    return HttpResponse(answer, content_type="application/json")


urlpatterns = [path("rate-lists/seaside/price", price)]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
