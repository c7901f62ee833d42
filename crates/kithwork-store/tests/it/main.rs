//! What every store must do, stamped on SQLite and PostgreSQL: one test a behaviour.
//!
//! PostgreSQL is tested where `KITHWORK_TEST_POSTGRES` names one (`cargo xtask test` starts it);
//! then it must answer.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that can't go on has failed, and one that is skipped says so"
)]

mod behaviour;
#[cfg(feature = "encryption")]
mod encryption;
mod file;
mod place;
mod sample;
mod schema;

/// One module a database, one test a behaviour.
macro_rules! conformance {
    ($($area:ident { $($behaviour:ident)+ })+) => {
        mod sqlite {
            $(mod $area { $(
                #[tokio::test]
                async fn $behaviour() {
                    let place = crate::place::sqlite();
                    crate::behaviour::$area::$behaviour(place.open().await).await;
                }
            )+ })+
        }

        mod postgres {
            $(mod $area { $(
                #[tokio::test]
                async fn $behaviour() {
                    let Some(place) = crate::place::postgres() else { return };
                    crate::behaviour::$area::$behaviour(place.open().await).await;
                }
            )+ })+
        }
    };
}

conformance! {
    rows {
        every_kind_of_fact_comes_back_as_it_was
        facts_of_which_hardly_anything_is_known_come_back_too
        a_book_is_loaded_whole_or_for_the_mind
        a_new_book_has_its_settings_and_no_changes
        the_people_of_a_list_keep_their_order
    }
    changes {
        each_change_raises_the_number
        a_row_that_has_changed_since_is_stale_and_nothing_is_written
        a_change_from_an_earlier_number_is_not_kept_on_top_of_a_later_one
        two_rows_of_one_id_are_a_conflict
        a_row_that_refers_to_nobody_is_a_conflict
        the_latest_change_is_the_one_to_take_back
        the_edits_of_one_row_are_joined
        changes_that_touched_a_fact_are_told
        many_writers_at_once_lose_nothing
        past_changes_are_listed_latest_first_and_found_by_id
        a_change_is_written_once
    }
    people {
        everyone_is_listed_by_name
        a_list_goes_on_after_whoever_came_last
        people_are_found_by_what_is_written_about_them
        a_word_of_every_note_is_found_of_whoever_is_asked_for
        hostile_words_find_nothing_and_break_nothing
        someone_joined_into_another_is_found_there
        a_timeline_is_oldest_first_with_undated_facts_in_front
    }
    tenants {
        two_books_never_see_each_other
        an_unknown_book_is_not_found
    }
    directory {
        a_book_has_one_account
        a_pairing_becomes_one_device_and_only_before_it_is_over
        a_way_in_is_found_by_its_secret_renamed_and_taken_away
        an_account_reaches_nobody_elses_ways_in
        of_two_tries_at_once_one_is_counted
    }
    check {
        a_sound_book_has_no_problems
    }
    erase {
        an_erased_person_is_in_no_row_no_change_and_no_search
        facts_shared_with_others_live_on_without_them
        a_name_that_two_people_share_stays_with_the_other
        someone_unknown_is_not_erased
    }
    keepsakes {
        what_is_kept_is_replaced_and_gone_when_dropped
    }
    text {
        strange_letters_come_back_as_they_were
        a_letter_that_no_database_holds_is_left_out
    }
}
