// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Bounds} from "../shared/Bounds.sol";
import {MAX_SEATS} from "./IElections.sol";
import {IValidators, Rules} from "./IValidators.sol";
import {TermClock} from "./TermClock.sol";

/// @title ElectionRules
/// @notice The governed rules of elections, frozen with the snapshot as everything else.
abstract contract ElectionRules is IValidators, TermClock, AccessManaged {
    uint256 private constant MIN_SEATS = 3;
    uint256 private constant LOWEST_MIN_SELF_BOND = 1e18;
    uint256 private constant HIGHEST_MIN_SELF_BOND = 100_000e18;
    uint256 private constant HIGHEST_MIN_POWER = 10_000e6;

    Rules private _latest = Rules({seats: 24, minSelfBond: 1_000e18, minPower: 1e6});
    Rules private _before;
    uint32 private _tag;

    /// @notice Sets seats per election, and what a candidate needs.
    function setRules(Rules calldata rules) external restricted {
        Bounds.check("seats", rules.seats, MIN_SEATS, MAX_SEATS);
        Bounds.check("minSelfBond", rules.minSelfBond, LOWEST_MIN_SELF_BOND, HIGHEST_MIN_SELF_BOND);
        Bounds.check("minPower", rules.minPower, 1, HIGHEST_MIN_POWER);
        uint32 tag = nextElection();
        // Before the first change both versions are what the contract was deployed with.
        if (_tag != tag) (_before, _tag) = (_latest, tag);
        _latest = rules;
        emit RulesSet(rules.seats, rules.minSelfBond, rules.minPower, tag);
    }

    /// @inheritdoc IValidators
    function rulesAt(uint32 term) public view returns (Rules memory) {
        return _tag <= term ? _latest : _before;
    }
}
