"""The joint forces' part of an organisation pack: forces.yaml, pledges.yaml, requests.yaml and what follows them."""

from secretariat.response.pack.checks import activations, acts, cases, consents, pledges, requests
from secretariat.response.pack.rows import (
    ActivationActRow,
    ActivationRow,
    AssistanceRow,
    ConsentRow,
    ConsultationActRow,
    ConsultationRow,
    ContributionRow,
    ForceRow,
    PledgeRow,
    ReadinessRow,
    RequestActRow,
    RequestRow,
)
from secretariat.sources.pack.tables import PackTable

TABLES = (
    PackTable("forces", ForceRow, "response.Force"),
    PackTable("pledges", PledgeRow, "response.Pledge", pledges),
    PackTable("readiness", ReadinessRow, "response.Readiness"),
    PackTable("requests", RequestRow, "response.Request", requests),
    PackTable("request_acts", RequestActRow, "response.RequestAct"),
    PackTable("consultations", ConsultationRow, "response.Consultation"),
    PackTable("consultation_acts", ConsultationActRow, "response.ConsultationAct", acts),
    PackTable("consents", ConsentRow, "response.Consent", consents),
    PackTable("activations", ActivationRow, "response.Activation", activations),
    PackTable("activation_acts", ActivationActRow, "response.ActivationAct"),
    PackTable("contributions", ContributionRow, "response.Contribution", cases),
    PackTable("assistance", AssistanceRow, "response.Assistance"),
)
