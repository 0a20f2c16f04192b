"""The laws of the owners: the carmaker, diversion, promises, opinion, meetings, press and court."""
