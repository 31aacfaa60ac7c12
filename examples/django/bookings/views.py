"""Bookings over HTTP with Django."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timezone
from functools import wraps
from typing import Any
from uuid import UUID

import ratebook
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from .calendars import Followed, near, taken
from .models import Booking, Resource

followed: dict[str, Followed] = {}


def problem(status: int, title: str, **more: Any) -> JsonResponse:
    return JsonResponse({"title": title, "status": status, **more}, status=status, content_type="application/problem+json")


def told(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What goes wrong, in one place: 409 for a time that is not free, 422 for a request that makes no sense."""

    @wraps(view)
    def telling(request: HttpRequest, *words: Any, **names: Any) -> HttpResponse:
        try:
            return view(request, *words, **names)
        except ratebook.RatebookError as error:
            return problem(409 if error.code.startswith("calendar.") else 422, error.message, **error.to_dict())
        except ObjectDoesNotExist as error:
            return problem(404, str(error))
        except (KeyError, TypeError, ValueError) as error:
            return problem(422, f"the request cannot be read: {error}")
        except IntegrityError as error:
            if getattr(error.__cause__, "sqlstate", None) != "23P01":
                raise
            # The constraint says no: somebody wrote without asking the engine.
            return problem(409, "the time meets a booking", code="calendar.conflict")

    return telling


@csrf_exempt
@require_POST
@told
@transaction.atomic
def book(request: HttpRequest, resource_id: str) -> HttpResponse:
    wanted = json.loads(request.body)
    start, end = (datetime.fromisoformat(wanted[name].replace("Z", "+00:00")) for name in ("start", "end"))
    resource = Resource.lock(resource_id)
    calendar = near(resource, start, end)
    row = Booking(resource=resource, during=DateTimeTZRange(start, end), version=resource.version)
    calendar.book(now=datetime.now(timezone.utc), booking=taken(row))
    row.save(force_insert=True)
    return JsonResponse({"id": row.id, "start": start, "end": end}, status=201)


@csrf_exempt
@require_http_methods(["DELETE"])
@told
@transaction.atomic
def cancel(request: HttpRequest, resource_id: str, booking_id: UUID) -> HttpResponse:
    resource = Resource.lock(resource_id)
    row = Booking.objects.get(id=booking_id, resource=resource, cancelled=False)
    row.cancelled, row.version = True, resource.version
    row.save()
    return HttpResponse(status=204)


@require_GET
@told
def slots(request: HttpRequest, resource_id: str) -> HttpResponse:
    own = followed.get(resource_id) or Followed()
    calendar = own.look(resource_id)
    followed.setdefault(resource_id, own)
    day, minutes = request.GET["day"], int(request.GET["minutes"])
    [free] = calendar.slots(
        now=datetime.now(timezone.utc), resources=[resource_id], days={"first": day, "last": day}, minutes=minutes
    )
    return JsonResponse([slot.start for slot in free.slots], safe=False)


urlpatterns = [
    path("resources/<resource_id>/bookings", book),
    path("resources/<resource_id>/bookings/<uuid:booking_id>", cancel),
    path("resources/<resource_id>/slots", slots),
]
