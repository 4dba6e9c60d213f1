"""Actions on any record: attachments, the trash."""
