-- Who changed the settings, found without reading the whole chain.

create index event_configuracao on event (seq) where entity = 'configuracao';
