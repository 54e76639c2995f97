// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IElections} from "../validators/IElections.sol";
import {IValidators} from "../validators/IValidators.sol";

/// @notice How much agreement a decision needs. The strictest comes first, as it is what everything not listed gets.
enum DecisionClass {
    /// Super-majority approve: few voters must be nearly of one mind.
    Constitutional,
    /// Simple majority.
    Parameter,
    /// Super-majority against: few opponents cannot stop it. Without the timelock.
    Emergency
}

/// @notice Class of one function of one contract.
struct Classification {
    address target;
    bytes4 selector;
    DecisionClass class;
}

/// @notice When the vote on a proposal begins, and how long it lasts, in seconds.
struct Timing {
    uint32 votingDelay;
    uint32 votingPeriod;
}

/// @notice What a vote has come to.
struct Outcome {
    /// Turnout and majority are there.
    bool passing;
    /// Votes for, against and abstaining.
    uint256 cast;
    /// How many of them there must be.
    uint256 floor;
    /// Power of all at the snapshot.
    uint256 electorate;
}

/// @notice What the commune decides about its own decisions.
struct Settings {
    /// In the order of the classes.
    Timing[3] timings;
    uint16 thresholdBps;
    uint16 turnoutFloorBps;
    uint32 lateFlipExtension;
}

/// @title ICommuneGovernor
/// @notice The commune decides by the power of those who worked. Besides OpenZeppelin's governor: proposals have a class that
/// says how much agreement they need, and that their calls determine. Class, times and extension are fixed when a proposal is made, the
/// turnout floor is that of its snapshot.
interface ICommuneGovernor {
    /// @notice A function of a contract has this class from the next proposal on.
    event ClassSet(address indexed target, bytes4 indexed selector, DecisionClass class);
    /// @notice A proposal was made and has this class for ever; a late change of its outcome gives voters `extension` more seconds, once.
    event ProposalClassified(uint256 indexed proposalId, DecisionClass class, uint32 extension);
    /// @notice With this vote a proposal would pass, or would no more; of `electorate` at least `floor` must vote.
    event OutcomeChanged(uint256 indexed proposalId, bool passing, uint256 electorate, uint256 floor);
    /// @notice The outcome changed late: the vote lasts until then. As OpenZeppelin's GovernorPreventLateQuorum has it.
    event ProposalExtended(uint256 indexed proposalId, uint64 extendedDeadline);
    event TimingSet(DecisionClass indexed class, uint32 votingDelay, uint32 votingPeriod);
    /// @notice A proposer needs this part of all power.
    event ThresholdSet(uint16 thresholdBps);
    event LateFlipExtensionSet(uint32 extension);
    /// @notice Every proposal ever needs this many votes, in units of power.
    event LeastTurnoutFixed(uint256 leastTurnout);
    /// @notice Who holds seats, and so may propose emergencies, is asked here.
    event ElectionsAppointed(IElections elections, IValidators validators);

    /// @notice An emergency is proposed by who holds a seat in the current term.
    error SeatRequired(address account);
    /// @notice Calls to the governor, its timelock and its access manager are constitutional and nothing else.
    error TargetReserved(address target);
    /// @notice Another timelock comes with another governor.
    error TimelockFixed();

    /* GOVERNANCE: through proposals only */

    /// @notice Lists a function, from the next proposal on. Proposals that are made keep their class.
    function setClass(address target, bytes4 selector, DecisionClass class) external;

    /// @notice Sets when votes on the next proposals of a class begin, and how long they last.
    function setTiming(DecisionClass class, uint32 delay, uint32 period) external;

    /// @notice Sets what part of all power a proposer needs.
    function setThreshold(uint16 bps) external;

    /// @notice Sets by how much the vote on the next proposals is extended when its outcome changes late.
    function setLateFlipExtension(uint32 extension) external;

    /// @notice Names other contracts that know who holds seats.
    function appointElections(IElections elections, IValidators validators) external;

    /* VIEWS */

    /// @notice Class of a proposal.
    function classOf(uint256 proposalId) external view returns (DecisionClass);

    /// @notice Class that a function is listed with; constitutional where it is not.
    function listedClass(address target, bytes4 selector) external view returns (DecisionClass);

    /// @notice Class that a proposal of these calls would have: the strictest of theirs.
    function classOfCalls(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) external view returns (DecisionClass);

    /// @notice What the vote on a proposal has come to. Reverts before its snapshot.
    function outcomeOf(uint256 proposalId) external view returns (Outcome memory);

    /// @notice Votes in favour that a proposal needs against those that are against it now, turnout apart; the highest number
    /// where no votes would do. Reverts before its snapshot.
    function forNeeded(uint256 proposalId) external view returns (uint256);

    function timingOf(DecisionClass class) external view returns (Timing memory);

    /// @notice Part of all power that a proposer needs.
    function thresholdBps() external view returns (uint16);

    /// @notice By how many seconds a late change of the outcome extends a vote, or half its period if that is less.
    function lateFlipExtension() external view returns (uint32);

    /// @notice Votes that every proposal needs at least, in units of power: who is early must not decide alone.
    function leastTurnout() external view returns (uint256);

    function elections() external view returns (IElections);

    function validators() external view returns (IValidators);
}
