from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('parties', '0001_initial'),
    ]

    # Nullable: SQLite adds such a column in place, and the table keeps its triggers.
    operations = [
        migrations.AddField(
            model_name='organisation',
            name='document_schedule',
            field=models.JSONField(null=True),
        ),
    ]
