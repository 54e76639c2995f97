// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Bounds} from "../shared/Bounds.sol";
import {GovernorCountingAdaptive} from "./GovernorCountingAdaptive.sol";
import {ICommuneGovernor, Outcome} from "./ICommuneGovernor.sol";

/// @title GovernorLateFlip
/// @notice Whoever turns an outcome in the last moment gives the others time to answer: the vote is extended, once. The
/// extension counts from the deadline, so that it can be used up neither early nor twice.
abstract contract GovernorLateFlip is GovernorCountingAdaptive {
    struct Watch {
        /// Whether the proposal would pass with the votes so far.
        bool passing;
        /// Seconds before the deadline in which a change of that is late, and by which it is extended.
        uint32 extension;
        /// 0 until it is.
        uint48 extendedDeadline;
    }

    uint256 private constant SHORTEST_EXTENSION = 1 days;
    uint256 private constant LONGEST_EXTENSION = 7 days;
    /// @dev Every proposal that passes begins to at some vote. That must not be late by itself.
    uint256 private constant LATE_PART = 2;

    /// @inheritdoc ICommuneGovernor
    uint32 public lateFlipExtension;
    mapping(uint256 proposalId => Watch watch) private _watches;

    constructor(uint32 extension) {
        _setLateFlipExtension(extension);
    }

    /// @inheritdoc ICommuneGovernor
    function setLateFlipExtension(uint32 extension) external onlyGovernance {
        _setLateFlipExtension(extension);
    }

    /// @inheritdoc Governor
    function proposalDeadline(uint256 proposalId) public view virtual override returns (uint256) {
        uint48 extended = _watches[proposalId].extendedDeadline;
        return extended > 0 ? extended : super.proposalDeadline(proposalId);
    }

    /// @dev Fixes what is late for a new proposal.
    function _watch(uint256 proposalId, uint256 period) internal returns (uint32 extension) {
        extension = uint32(Math.min(lateFlipExtension, period / LATE_PART));
        _watches[proposalId].extension = extension;
    }

    /// @dev A revert here would stop the vote.
    function _tallyUpdated(uint256 proposalId) internal virtual override {
        super._tallyUpdated(proposalId);
        Watch storage watch = _watches[proposalId];
        Outcome memory outcome = _outcomeOf(proposalId);
        if (outcome.passing == watch.passing) return;
        watch.passing = outcome.passing;
        emit OutcomeChanged(proposalId, outcome.passing, outcome.electorate, outcome.floor);
        if (watch.extendedDeadline > 0) return;
        uint256 deadline = super.proposalDeadline(proposalId);
        if (clock() + watch.extension <= deadline) return;
        // A deadline is a uint48 and a uint32, both of this time.
        watch.extendedDeadline = uint48(deadline + watch.extension);
        emit ProposalExtended(proposalId, watch.extendedDeadline);
    }

    function _setLateFlipExtension(uint32 extension) private {
        Bounds.check("lateFlipExtension", extension, SHORTEST_EXTENSION, LONGEST_EXTENSION);
        lateFlipExtension = extension;
        emit LateFlipExtensionSet(extension);
    }
}
