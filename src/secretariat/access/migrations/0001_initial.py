import django.db.models.deletion
import uuid
from django.conf import settings
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Acts are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(editor, "access_appointment", "access_token", "access_placement", "access_placemententry")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('organisation', models.CharField(max_length=80)),
                ('language', models.CharField(default='en', max_length=2)),
                ('time_zone', models.CharField(default='UTC', max_length=60)),
                ('mail', models.CharField(default='daily', max_length=10)),
                ('is_active', models.BooleanField(default=True)),
                ('joined_at', models.DateTimeField()),
                ('feed_secret', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('organisation', ''), _negated=True), name='access_person_has_organisation'), models.CheckConstraint(condition=models.Q(('language__in', ('en', 'ru'))), name='access_person_language'), models.CheckConstraint(condition=models.Q(('mail__in', ['at_once', 'daily', 'none'])), name='access_person_mail')],
            },
        ),
        migrations.CreateModel(
            name='Placement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object', models.CharField(max_length=32)),
                ('number', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(blank=True, max_length=32)),
                ('reason', models.TextField(blank=True)),
                ('stage', models.CharField(max_length=10)),
                ('mark', models.CharField(max_length=8)),
                ('members', models.BooleanField(default=False)),
                ('bound', models.BooleanField(default=False)),
                ('limits_release', models.BooleanField(default=False)),
                ('limits_named', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('object', 'number'), name='access_placement_in_order'), models.CheckConstraint(condition=models.Q(('stage__in', ['draft', 'tabled', 'adopted', 'published'])), name='access_placement_stage'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'organ', 'named', 'eyes'])), name='access_placement_mark')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('key', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=8)),
                ('name', models.CharField(max_length=160)),
                ('role', models.CharField(blank=True, max_length=12)),
                ('start', models.DateTimeField()),
                ('end', models.DateTimeField(null=True)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=200)),
                ('ends', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ended_by', to='access.appointment')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['duty', 'seat', 'group'])), name='access_appointment_kind'), models.CheckConstraint(condition=models.Q(('end__isnull', True), ('end__gte', models.F('start')), _connector='OR'), name='access_appointment_period')],
            },
        ),
        migrations.CreateModel(
            name='PlacementEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=10)),
                ('value', models.CharField(max_length=160)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='access.placement')),
            ],
            options={
                'indexes': [models.Index(fields=['placement', 'kind', 'value'], name='access_entry_of_placement')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['originator', 'organ', 'released', 'named', 'group'])), name='access_entry_kind')],
            },
        ),
        migrations.CreateModel(
            name='Token',
            fields=[
                ('key', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=100)),
                ('sha256', models.CharField(max_length=64, null=True, unique=True)),
                ('scope', models.CharField(default='read', max_length=10)),
                ('issued_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tokens', to=settings.AUTH_USER_MODEL)),
                ('revokes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='revoked_by', to='access.token')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('scope__in', ['read', 'write'])), name='access_token_scope'), models.CheckConstraint(condition=models.Q(models.Q(('revokes__isnull', False), ('sha256__isnull', True)), models.Q(('expires_at__isnull', False), ('revokes__isnull', True), ('sha256__isnull', False)), _connector='OR'), name='access_token_issued_or_revoked')],
            },
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
