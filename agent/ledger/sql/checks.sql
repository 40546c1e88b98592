-- name: check_invariants()
-- Every row of every invariant view: there should be none.
select 'inv_zero_sum' as view, id, found from inv_zero_sum
union all select 'inv_conserved', id, found from inv_conserved
union all select 'inv_pending_negative', id, found from inv_pending_negative
union all select 'inv_billed_once', id, found from inv_billed_once
union all select 'inv_launched_has_one_confirmed', id, found from inv_launched_has_one_confirmed
union all select 'inv_state_vs_money', id, found from inv_state_vs_money
union all select 'inv_state_vs_attempt', id, found from inv_state_vs_attempt
union all select 'inv_intent_in_open_batch', id, found from inv_intent_in_open_batch
union all select 'inv_return_over_allocated', id, found from inv_return_over_allocated
union all select 'inv_returned_has_match', id, found from inv_returned_has_match
union all select 'inv_settled_nothing_pending', id, found from inv_settled_nothing_pending
union all select 'inv_paid_negative', id, found from inv_paid_negative
union all select 'inv_appeal_over_glosa', id, found from inv_appeal_over_glosa
union all select 'inv_closed_month_open_entry', id, found from inv_closed_month_open_entry
union all select 'inv_problem_without_term', id, found from inv_problem_without_term
order by 1, 2;
