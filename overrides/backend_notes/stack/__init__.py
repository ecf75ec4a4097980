"""The picking engine on this machine: its servers, its configuration, its processes."""
