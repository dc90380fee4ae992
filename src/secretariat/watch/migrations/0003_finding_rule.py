from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('watch', '0002_finding_act'),
    ]

    # Nullable and without a constraint: SQLite adds such a column in place, and the table keeps its triggers.
    operations = [
        migrations.AddField(
            model_name='findingact',
            name='rule',
            field=models.JSONField(null=True),
        ),
    ]
