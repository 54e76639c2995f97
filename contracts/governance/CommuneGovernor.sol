// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {GovernorVotesQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IExperiencePower} from "../experience/IExperiencePower.sol";
import {IElections} from "../validators/IElections.sol";
import {IValidators} from "../validators/IValidators.sol";
import {DecisionClasses} from "./DecisionClasses.sol";
import {GovernorCountingAdaptive} from "./GovernorCountingAdaptive.sol";
import {GovernorLateFlip} from "./GovernorLateFlip.sol";
import {GovernorProposing} from "./GovernorProposing.sol";
import {Classification, DecisionClass, Settings} from "./ICommuneGovernor.sol";

/// @title CommuneGovernor
/// @notice Whoever measured well decides: votes are experience power at the snapshot. Constitutional decisions and those about
/// parameters go through the timelock, which owns everything. Emergencies are called by the governor itself, right after the vote,
/// and it may call only what the access manager gives it a role for: to suspend platforms. A proposal that passed is queued within 14
/// days and executed within 14 days, or never, so that no old decision waits for another world; an emergency within two days.
///
/// Trusts the timelock and the access manager, which nothing but constitutional proposals reaches; the register of power for what
/// everybody had at the snapshot; the elections for who sits. The governor must be the timelock's only proposer, canceller and
/// executor: otherwise others could act in the commune's name, or execute what has expired.
contract CommuneGovernor is GovernorLateFlip, GovernorProposing, GovernorTimelockControl {
    /// @notice Seconds after which a proposal that passed is no longer queued, and one that was queued no longer executed.
    uint32 public constant GRACE_PERIOD = 14 days;
    /// @notice The same for emergencies: shorter than a vote to resume and the timelock after it, so that none is kept to undo one.
    uint32 public constant EMERGENCY_GRACE_PERIOD = 2 days;

    constructor(
        IExperiencePower power,
        TimelockController timelock_,
        address authority_,
        IElections elections_,
        IValidators validators_,
        uint256 leastTurnout_,
        Settings memory settings,
        Classification[] memory list
    )
        Governor("Trusted Commerce Commune")
        GovernorVotes(power)
        GovernorTimelockControl(timelock_)
        DecisionClasses(authority_)
        GovernorVotesQuorumFraction(settings.turnoutFloorBps)
        GovernorCountingAdaptive(leastTurnout_)
        GovernorLateFlip(settings.lateFlipExtension)
        GovernorProposing(settings.timings, settings.thresholdBps, elections_, validators_)
    {
        _list(list);
    }

    /* PROPOSERS */

    /// @dev The class is known first: what the proposer needs and when the vote is depend on it.
    function propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) public override returns (uint256 proposalId) {
        DecisionClass class = classOfCalls(targets, values, calldatas);
        if (class == DecisionClass.Emergency) _checkSeat(_msgSender());
        _proposing = class;
        proposalId = super.propose(targets, values, calldatas, description);
        _proposing = DecisionClass.Constitutional;
    }

    /* GOVERNANCE */

    /// @dev The timelock is what is owned and what classes are reserved for: it stays.
    function updateTimelock(TimelockController) public pure override {
        revert TimelockFixed();
    }

    /* VIEWS */

    /// @notice Seconds, as the register of power counts.
    function clock() public view override(Governor, GovernorVotes) returns (uint48) {
        return uint48(block.timestamp);
    }

    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override(Governor, GovernorVotes) returns (string memory) {
        return "mode=timestamp";
    }

    function state(
        uint256 proposalId
    ) public view override(Governor, GovernorTimelockControl) returns (ProposalState current) {
        current = super.state(proposalId);
        uint256 since;
        if (current == ProposalState.Succeeded) since = proposalDeadline(proposalId);
        else if (current == ProposalState.Queued) since = proposalEta(proposalId);
        else return current;
        bool isUrgent = _classOf(proposalId) == DecisionClass.Emergency;
        if (clock() > since + (isUrgent ? EMERGENCY_GRACE_PERIOD : GRACE_PERIOD)) return ProposalState.Expired;
    }

    /// @notice Emergencies are executed after the vote, the rest goes through the timelock.
    function proposalNeedsQueuing(
        uint256 proposalId
    ) public view override(Governor, GovernorTimelockControl) returns (bool) {
        return _classOf(proposalId) != DecisionClass.Emergency;
    }

    function proposalDeadline(uint256 proposalId) public view override(Governor, GovernorLateFlip) returns (uint256) {
        return super.proposalDeadline(proposalId);
    }

    function proposalThreshold() public view override(Governor, GovernorProposing) returns (uint256) {
        return super.proposalThreshold();
    }

    /* INTERNAL */

    function _propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        address proposer
    ) internal override returns (uint256 proposalId) {
        proposalId = super._propose(targets, values, calldatas, description, proposer);
        _classify(proposalId);
        emit ProposalClassified(proposalId, _classOf(proposalId), _watch(proposalId, votingPeriod()));
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) {
        if (_classOf(proposalId) != DecisionClass.Emergency) {
            return GovernorTimelockControl._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
        }
        // Calls of an emergency carry nothing: coins would stay here.
        require(msg.value == 0, GovernorDisabledDeposit());
        Governor._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _tallyUpdated(uint256 proposalId) internal override(Governor, GovernorLateFlip) {
        super._tallyUpdated(proposalId);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }
}
