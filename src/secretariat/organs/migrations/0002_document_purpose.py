from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organs', '0001_initial'),
    ]

    # Nullable and without a constraint: SQLite adds such a column in place, and the table keeps its triggers.
    operations = [
        migrations.AddField(
            model_name='document',
            name='purpose',
            field=models.CharField(max_length=20, null=True),
        ),
    ]
