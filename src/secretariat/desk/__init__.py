"""The desk: what somebody has to do this week, and the forms to do it, for delegations and for the secretariat."""
