"""The tables: what can be booked, and what is booked."""

from __future__ import annotations

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q


class Resource(models.Model):
    id = models.TextField(primary_key=True)
    # The resource as the engine reads it: its zone, hours, grid, buffers.
    rules = models.JSONField()
    # Rises with every change of its bookings, and each booking carries the version that changed it.
    version = models.BigIntegerField(default=0)

    class Meta:
        db_table = "resources"

    @classmethod
    def lock(cls, id: str) -> Resource:
        """The resource with its next version. Others who want it wait here until this transaction ends."""
        resource = cls.objects.select_for_update().get(id=id)
        resource.version += 1
        resource.save(update_fields=["version"])
        return resource


class Booking(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    resource = models.ForeignKey(Resource, models.PROTECT)
    during = DateTimeRangeField()
    # Cancelled, not deleted: a row that is gone could not say that it changed.
    cancelled = models.BooleanField(default=False)
    version = models.BigIntegerField()

    class Meta:
        db_table = "bookings"
        constraints = [
            # Stands besides the engine: whoever writes here, two bookings never meet. Its index also finds the rows near a
            # question.
            ExclusionConstraint(
                name="bookings_never_meet",
                expressions=[(F("resource"), RangeOperators.EQUAL), (F("during"), RangeOperators.OVERLAPS)],
                condition=Q(cancelled=False),
            )
        ]
        indexes = [models.Index(fields=["resource", "version"], name="bookings_by_version")]
