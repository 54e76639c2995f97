// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorVotesQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Bounds} from "../shared/Bounds.sol";
import {AdaptiveQuorum} from "./AdaptiveQuorum.sol";
import {DecisionClasses} from "./DecisionClasses.sol";
import {DecisionClass, ICommuneGovernor, Outcome} from "./ICommuneGovernor.sol";

/// @title GovernorCountingAdaptive
/// @notice Counts votes for, against and abstaining as OpenZeppelin does, and decides by the rule of the proposal's class. All
/// three count for the turnout, which must reach a floor; the majority is that of the votes for and against. The floor that holds
/// for a proposal is that of its snapshot: nothing that is decided later changes how a vote has ended.
abstract contract GovernorCountingAdaptive is DecisionClasses, GovernorCountingSimple, GovernorVotesQuorumFraction {
    uint256 internal constant BPS = 10_000;

    uint256 private constant LOWEST_FLOOR_BPS = 100;
    uint256 private constant HIGHEST_FLOOR_BPS = 2_000;
    /// @dev Above all that {AdaptiveQuorum} takes.
    uint256 private constant OPERAND_LIMIT = 1 << 128;

    /// @inheritdoc ICommuneGovernor
    uint256 public immutable leastTurnout;

    constructor(uint256 leastTurnout_) {
        leastTurnout = leastTurnout_;
        emit LeastTurnoutFixed(leastTurnout_);
    }

    /* VIEWS */

    /// @inheritdoc IGovernor
    // solhint-disable-next-line func-name-mixedcase
    function COUNTING_MODE() public pure override(GovernorCountingSimple, IGovernor) returns (string memory) {
        return "support=bravo&quorum=against,for,abstain";
    }

    /// @inheritdoc GovernorVotesQuorumFraction
    function quorumDenominator() public pure override returns (uint256) {
        return BPS;
    }

    /// @notice Votes that a proposal with this snapshot needs: a part of all power then, rounded up, and never less than
    /// {leastTurnout}.
    function quorum(uint256 timepoint) public view override(Governor, GovernorVotesQuorumFraction) returns (uint256) {
        return _floorOf(timepoint, token().getPastTotalSupply(timepoint));
    }

    /// @inheritdoc ICommuneGovernor
    function outcomeOf(uint256 proposalId) external view returns (Outcome memory) {
        return _outcomeOf(proposalId);
    }

    /// @inheritdoc ICommuneGovernor
    function forNeeded(uint256 proposalId) external view returns (uint256 least) {
        (uint256 against, , ) = proposalVotes(proposalId);
        (DecisionClass class, uint256 electorate) = (_classOf(proposalId), _electorateOf(proposalId));
        if (against >= OPERAND_LIMIT) return type(uint256).max;
        uint256 most = OPERAND_LIMIT - 1 - against;
        if (!_carries(class, most, against, electorate)) return type(uint256).max;
        while (least < most) {
            uint256 middle = (least + most) / 2;
            if (_carries(class, middle, against, electorate)) most = middle;
            else least = middle + 1;
        }
    }

    /* INTERNAL */

    /// @dev Never reverts once the snapshot is past.
    function _outcomeOf(uint256 proposalId) internal view returns (Outcome memory outcome) {
        (uint256 against, uint256 inFavour, uint256 abstaining) = proposalVotes(proposalId);
        outcome.electorate = _electorateOf(proposalId);
        outcome.cast = against + inFavour + abstaining;
        outcome.floor = _floorOf(proposalSnapshot(proposalId), outcome.electorate);
        outcome.passing =
            outcome.cast >= outcome.floor &&
            _carries(_classOf(proposalId), inFavour, against, outcome.electorate);
    }

    function _quorumReached(
        uint256 proposalId
    ) internal view override(Governor, GovernorCountingSimple) returns (bool) {
        Outcome memory outcome = _outcomeOf(proposalId);
        return outcome.cast >= outcome.floor;
    }

    /// @dev Asked together with {_quorumReached}, and so no less exact with the turnout.
    function _voteSucceeded(
        uint256 proposalId
    ) internal view override(Governor, GovernorCountingSimple) returns (bool) {
        return _outcomeOf(proposalId).passing;
    }

    function _updateQuorumNumerator(uint256 bps) internal override {
        Bounds.check("turnoutFloorBps", bps, LOWEST_FLOOR_BPS, HIGHEST_FLOOR_BPS);
        super._updateQuorumNumerator(bps);
    }

    function _electorateOf(uint256 proposalId) private view returns (uint256) {
        return token().getPastTotalSupply(proposalSnapshot(proposalId));
    }

    function _floorOf(uint256 timepoint, uint256 electorate) private view returns (uint256) {
        uint256 part = Math.mulDiv(electorate, quorumNumerator(timepoint), BPS, Math.Rounding.Ceil);
        return Math.max(part, leastTurnout);
    }

    function _carries(
        DecisionClass class,
        uint256 inFavour,
        uint256 against,
        uint256 electorate
    ) private pure returns (bool) {
        uint256 turnout = inFavour + against;
        if (class == DecisionClass.Parameter) {
            return AdaptiveQuorum.simpleMajority(inFavour, against, turnout, electorate);
        }
        if (class == DecisionClass.Emergency) {
            return AdaptiveQuorum.superMajorityAgainst(inFavour, against, turnout, electorate);
        }
        return AdaptiveQuorum.superMajorityApprove(inFavour, against, turnout, electorate);
    }
}
