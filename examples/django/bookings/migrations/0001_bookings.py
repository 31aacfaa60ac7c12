"""The tables, and a studio to book."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

STUDIO = {
    "zone": "Europe/Berlin",
    "hours": {"windows": [{"opens": "08:00", "closes": "18:00"}]},
    "grid": {"step_minutes": 10},
    "notice_minutes": 0,
}


def add_studio(apps, schema_editor):
    apps.get_model("bookings", "Resource").objects.create(id="studio", rules=STUDIO)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        # Lets one index hold a text and a range.
        BtreeGistExtension(),
        migrations.CreateModel(
            name="Resource",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("rules", models.JSONField()),
                ("version", models.BigIntegerField(default=0)),
            ],
            options={"db_table": "resources"},
        ),
        migrations.CreateModel(
            name="Booking",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("during", DateTimeRangeField()),
                ("cancelled", models.BooleanField(default=False)),
                ("version", models.BigIntegerField()),
                ("resource", models.ForeignKey(on_delete=models.PROTECT, to="bookings.resource")),
            ],
            options={
                "db_table": "bookings",
                "indexes": [models.Index(fields=["resource", "version"], name="bookings_by_version")],
                "constraints": [
                    ExclusionConstraint(
                        name="bookings_never_meet",
                        expressions=[(models.F("resource"), "="), (models.F("during"), "&&")],
                        condition=models.Q(cancelled=False),
                    )
                ],
            },
        ),
        migrations.RunPython(add_studio, migrations.RunPython.noop),
    ]
