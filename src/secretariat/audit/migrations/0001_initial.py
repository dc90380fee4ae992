from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Acts are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(editor, "audit_auditentry")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('sequence', models.BigAutoField(primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('actor', models.CharField(max_length=200)),
                ('action', models.CharField(max_length=100)),
                ('object', models.CharField(max_length=200)),
                ('count', models.PositiveIntegerField()),
                ('content_hash', models.CharField(max_length=64)),
                ('leaf_hash', models.CharField(max_length=64)),
            ],
            options={
                'verbose_name_plural': 'audit entries',
                'ordering': ['sequence'],
                'constraints': [models.CheckConstraint(condition=models.Q(('actor', ''), _negated=True), name='audit_entry_has_actor'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='audit_entry_has_hash')],
            },
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
