-- Every problem has somebody who sees to it, and a day by when; what was open without one is due since it was opened.

alter table problem add column owner text not null default 'escritório' constraint problem_owner check (length(owner) > 0);

update problem set due_at = substr(opened_at, 1, 10) where due_at is null;

create view inv_problem_without_term as
select id, 1 as found from problem where state = 'open' and due_at is null;

create index problem_kept on problem (mes_id, kind, state);
