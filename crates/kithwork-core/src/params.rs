//! Every default of the models in one place, each marked as published or as our judgement.
