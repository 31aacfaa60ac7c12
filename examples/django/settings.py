"""The least that Django needs."""

import os
from urllib.parse import urlsplit

SECRET_KEY = os.environ.get("SECRET_KEY", "only-an-example")
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
ROOT_URLCONF = "bookings.views"
INSTALLED_APPS = ["django.contrib.postgres", "bookings"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "UTC"
USE_TZ = True

database = urlsplit(os.environ.get("DATABASE_URL", "postgresql:///ratebook"))
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database.path.lstrip("/"),
        "USER": database.username or "",
        "PASSWORD": database.password or "",
        "HOST": database.hostname or "",
        "PORT": database.port or "",
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 10}},
    }
}
