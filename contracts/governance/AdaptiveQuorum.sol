// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title AdaptiveQuorum
/// @notice Adaptive Quorum Biasing, as in Polkadot's democracy: the majority that a decision needs depends on how many vote.
/// With turnout T of an electorate E, super-majority approve is against/√T < for/√E, which few voters meet only when they are
/// nearly of one mind; super-majority against is against/√E < for/√T, which few opponents cannot stop. With everybody voting
/// both are the simple majority.
///
/// Roots are taken of numbers scaled by 2^128 and rounded against the proposal, so that nothing passes here which does
/// not pass with real roots, and whole numbers near a perfect square make no steps. Nothing reverts: operands below 2^128
/// have products below 2^256, and larger ones pass no rule with roots. Nothing passes without votes or without an electorate.
library AdaptiveQuorum {
    uint256 private constant SCALE_BITS = 128;

    /// @notice against · ⌈√(electorate · 2^128)⌉ < for · ⌊√(turnout · 2^128)⌋.
    function superMajorityApprove(
        uint256 forVotes,
        uint256 againstVotes,
        uint256 turnout,
        uint256 electorate
    ) internal pure returns (bool) {
        if (!_decidable(turnout, electorate) || !_fits(forVotes | againstVotes | turnout | electorate)) return false;
        return againstVotes * _rootUp(electorate) < forVotes * _rootDown(turnout);
    }

    /// @notice for > against.
    function simpleMajority(
        uint256 forVotes,
        uint256 againstVotes,
        uint256 turnout,
        uint256 electorate
    ) internal pure returns (bool) {
        return _decidable(turnout, electorate) && forVotes > againstVotes;
    }

    /// @notice against · ⌈√(turnout · 2^128)⌉ < for · ⌊√(electorate · 2^128)⌋.
    function superMajorityAgainst(
        uint256 forVotes,
        uint256 againstVotes,
        uint256 turnout,
        uint256 electorate
    ) internal pure returns (bool) {
        if (!_decidable(turnout, electorate) || !_fits(forVotes | againstVotes | turnout | electorate)) return false;
        return againstVotes * _rootUp(turnout) < forVotes * _rootDown(electorate);
    }

    function _decidable(uint256 turnout, uint256 electorate) private pure returns (bool) {
        return turnout > 0 && electorate > 0;
    }

    function _fits(uint256 joined) private pure returns (bool) {
        return joined >> SCALE_BITS == 0;
    }

    function _rootUp(uint256 value) private pure returns (uint256) {
        return Math.sqrt(value << SCALE_BITS, Math.Rounding.Ceil);
    }

    function _rootDown(uint256 value) private pure returns (uint256) {
        return Math.sqrt(value << SCALE_BITS);
    }
}
