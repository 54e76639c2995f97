// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Bounds} from "../shared/Bounds.sol";
import {IElections} from "../validators/IElections.sol";
import {IValidators} from "../validators/IValidators.sol";
import {DecisionClasses} from "./DecisionClasses.sol";
import {DecisionClass, ICommuneGovernor, Timing} from "./ICommuneGovernor.sol";

/// @title GovernorProposing
/// @notice Who may propose, and when the vote on it takes place: a part of all power is needed, or a seat for an emergency; delay and
/// period go by class.
abstract contract GovernorProposing is DecisionClasses, GovernorVotes {
    uint256 private constant PARTS = 10_000;
    uint256 private constant LOWEST_THRESHOLD_BPS = 1;
    uint256 private constant HIGHEST_THRESHOLD_BPS = 500;
    uint256 private constant SHORTEST_DELAY = 1 hours;
    uint256 private constant LONGEST_DELAY = 7 days;
    uint256 private constant SHORTEST_PERIOD = 1 days;
    uint256 private constant LONGEST_PERIOD = 21 days;
    uint256 private constant LONGEST_EMERGENCY = 3 days;

    /// @inheritdoc ICommuneGovernor
    uint16 public thresholdBps;
    /// @inheritdoc ICommuneGovernor
    IElections public elections;
    /// @inheritdoc ICommuneGovernor
    IValidators public validators;
    mapping(DecisionClass class => Timing timing) private _timings;

    constructor(Timing[3] memory timings, uint16 bps, IElections elections_, IValidators validators_) {
        for (uint8 i; i < timings.length; ++i) {
            _setTiming(DecisionClass(i), timings[i].votingDelay, timings[i].votingPeriod);
        }
        _setThreshold(bps);
        _appointElections(elections_, validators_);
    }

    /* GOVERNANCE */

    /// @inheritdoc ICommuneGovernor
    function setTiming(DecisionClass class, uint32 delay, uint32 period) external onlyGovernance {
        _setTiming(class, delay, period);
    }

    /// @inheritdoc ICommuneGovernor
    function setThreshold(uint16 bps) external onlyGovernance {
        _setThreshold(bps);
    }

    /// @inheritdoc ICommuneGovernor
    function appointElections(IElections elections_, IValidators validators_) external onlyGovernance {
        _appointElections(elections_, validators_);
    }

    /* VIEWS */

    /// @notice Delay of constitutional proposals; of others see {timingOf}.
    function votingDelay() public view override returns (uint256) {
        return _timings[_proposing].votingDelay;
    }

    /// @notice Period of constitutional proposals; of others see {timingOf}.
    function votingPeriod() public view override returns (uint256) {
        return _timings[_proposing].votingPeriod;
    }

    /// @notice Power that a proposer must have had a second ago, some of it in any case; for emergencies a seat stands in its place.
    function proposalThreshold() public view virtual override returns (uint256) {
        if (_proposing == DecisionClass.Emergency) return 0;
        uint256 total = token().getPastTotalSupply(clock() - 1);
        return Math.max(1, Math.mulDiv(total, thresholdBps, PARTS, Math.Rounding.Ceil));
    }

    /// @inheritdoc ICommuneGovernor
    function timingOf(DecisionClass class) external view returns (Timing memory) {
        return _timings[class];
    }

    /* INTERNAL */

    function _checkSeat(address account) internal view {
        uint16 candidateId = validators.candidateIdOf(account);
        bool sits = candidateId != 0 && elections.sits(elections.currentTerm(), candidateId);
        require(sits, SeatRequired(account));
    }

    /// @dev Emergencies are the first to end, whatever is set in which order.
    function _setTiming(DecisionClass class, uint32 delay, uint32 period) private {
        (uint256 min, uint256 max) = (SHORTEST_PERIOD, LONGEST_PERIOD);
        if (class == DecisionClass.Emergency) {
            uint256 others = Math.min(
                _timings[DecisionClass.Constitutional].votingPeriod,
                _timings[DecisionClass.Parameter].votingPeriod
            );
            max = Math.min(others, LONGEST_EMERGENCY);
        } else {
            min = Math.max(_timings[DecisionClass.Emergency].votingPeriod, min);
        }
        Bounds.check("votingDelay", delay, SHORTEST_DELAY, LONGEST_DELAY);
        Bounds.check("votingPeriod", period, min, max);
        _timings[class] = Timing(delay, period);
        emit TimingSet(class, delay, period);
    }

    function _setThreshold(uint16 bps) private {
        Bounds.check("thresholdBps", bps, LOWEST_THRESHOLD_BPS, HIGHEST_THRESHOLD_BPS);
        thresholdBps = bps;
        emit ThresholdSet(bps);
    }

    function _appointElections(IElections elections_, IValidators validators_) private {
        (elections, validators) = (elections_, validators_);
        emit ElectionsAppointed(elections_, validators_);
    }
}
