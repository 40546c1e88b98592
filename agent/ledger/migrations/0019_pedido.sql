-- Who asked for an approval: nobody approves their own wish as the second person.

alter table waiting add column asker text not null default '';
