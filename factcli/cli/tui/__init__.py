"""Full screens on a terminal, with textual: a session comes in, keys change it; nothing else imports textual."""
