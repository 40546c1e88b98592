-- name: lease_insert(portal, account, owner, since, until)!
-- The first lease of a login.
insert into lease (portal, account, owner, token, since, until)
values (:portal, :account, :owner, 1, :since, :until)
on conflict (portal, account) do nothing;

-- name: lease_take(portal, account, owner, since, until)!
-- A later lease of a login whose last one is over: a new token fences the old holder off.
update lease set owner = :owner, token = token + 1, since = :since, until = :until
where portal = :portal and account = :account and until <= :since;

-- name: lease_seize(portal, account, held, owner, since, until)!
-- The login of a holder that died before its time was over, known by its token.
update lease set owner = :owner, token = token + 1, since = :since, until = :until
where portal = :portal and account = :account and token = :held;

-- name: lease_get(portal, account)^
-- Who holds or held a login last.
select portal, account, owner, token, since, until from lease where portal = :portal and account = :account;

-- name: lease_live(now)
-- The logins that somebody works on.
select portal, account, since from lease where until > :now order by since, portal, account;

-- name: lease_renew(portal, account, token, until)!
-- The holder goes on; nobody took the login since, or the token would differ.
update lease set until = :until where portal = :portal and account = :account and token = :token;

-- name: lease_release(portal, account, token, now)!
-- The holder is done.
update lease set until = :now where portal = :portal and account = :account and token = :token and until > :now;

-- name: lease_hold(portal, account, token, now)!
-- The fence: the holder still holds it, and keeps others waiting until the transaction ends.
update lease set until = until where portal = :portal and account = :account and token = :token and until > :now;
