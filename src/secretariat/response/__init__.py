"""The joint forces, administratively: pledges, requests, consents, activations."""
