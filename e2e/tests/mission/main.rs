//! The acceptance tests of the mission's rows, each against the built program: `docs/mission.md`
//! says which row is where.

mod row_01;
mod row_02;
mod row_03;
mod row_05;
mod row_06;
mod row_07;
mod row_08;
mod row_10;
mod row_13;
mod row_14;
mod row_16;
mod row_17;
mod row_20;
mod row_21;
mod row_22;
mod row_35;
mod row_36;
mod row_37;
mod row_38;
mod row_40;
mod row_42;
mod row_45;
mod row_48;
mod row_50;
mod row_51;
mod row_52;
mod row_53;
mod row_54;
mod row_55;
mod row_63;
mod row_64;
mod row_68;
mod row_70;
mod sheet;
