"""What the Builds of the workbook ask for; the service itself uses nothing of it."""
