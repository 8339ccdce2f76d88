"""The model of a cluster."""
