// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {IElections, Score, Seat} from "./IElections.sol";
import {ISeats} from "./ISeats.sol";
import {IValidators} from "./IValidators.sol";
import {TermClock} from "./TermClock.sol";
import {VoterTree} from "./VoterTree.sol";

/// @title Seats
/// @notice The best solution of each election, who sits by it, and what judgments did to them.
abstract contract Seats is IElections, TermClock, AccessManaged {
    using Checkpoints for Checkpoints.Trace224;

    IValidators public immutable validators;

    /// @notice Contracts whose judgments are passed on.
    mapping(address account => bool appointed) public isCourt;
    /// @inheritdoc IElections
    mapping(uint32 term => mapping(uint16 candidateId => bool slashed)) public slashedIn;
    mapping(uint32 elected => Score score) private _scores;
    mapping(uint32 elected => bytes32 root) private _voterRoots;
    mapping(uint32 elected => mapping(uint256 index => Seat seat)) private _seats;
    /// @dev Terms that had an election with a solution.
    Checkpoints.Trace224 private _elected;

    constructor(IValidators validators_) {
        validators = validators_;
    }

    /// @inheritdoc ISeats
    function slash(uint16 candidateId, uint256 amount) external returns (uint256 taken) {
        require(isCourt[msg.sender], NotCourt(msg.sender));
        if (amount == 0) return 0;
        uint32 term = currentTerm();
        slashedIn[term][candidateId] = true;
        taken = validators.slash(candidateId, amount, msg.sender);
        emit SeatSlashed(term, candidateId, msg.sender, amount, taken);
    }

    /// @notice Lets a court slash, or stops it.
    function appointCourt(address court, bool appointed) external restricted {
        isCourt[court] = appointed;
        emit CourtAppointed(court, appointed);
    }

    /// @inheritdoc ISeats
    function seatsOf(uint32 term) external view returns (uint16[] memory candidateIds) {
        Seat[] memory seats = seatsIn(term);
        candidateIds = new uint16[](seats.length);
        for (uint256 i; i < seats.length; ++i) candidateIds[i] = seats[i].candidateId;
    }

    /// @inheritdoc IElections
    function seatsIn(uint32 term) public view returns (Seat[] memory seats) {
        uint32 elected = electionOf(term);
        seats = new Seat[](_scores[elected].winners);
        for (uint256 i; i < seats.length; ++i) seats[i] = _seats[elected][i];
    }

    /// @inheritdoc IElections
    function seatAt(uint32 term, uint256 index) external view returns (Seat memory) {
        return _seats[electionOf(term)][index];
    }

    /// @inheritdoc IElections
    function sits(uint32 term, uint16 candidateId) external view returns (bool) {
        uint32 elected = electionOf(term);
        uint256 winners = _scores[elected].winners;
        for (uint256 i; i < winners; ++i) if (_seats[elected][i].candidateId == candidateId) return true;
        return false;
    }

    /// @inheritdoc IElections
    function electionOf(uint32 term) public view returns (uint32) {
        return uint32(_elected.upperLookupRecent(term));
    }

    /// @inheritdoc IElections
    function outcomeOf(uint32 elected) external view returns (Score memory score, bytes32 voterRoot) {
        return (_scores[elected], _voterRoots[elected]);
    }

    /// @inheritdoc IElections
    function scopeOf(uint32 elected) public view returns (bytes32) {
        return VoterTree.scope(address(this), elected);
    }

    /// @inheritdoc ISeats
    function accountOf(uint16 candidateId) external view returns (address) {
        return validators.candidateOf(candidateId).account;
    }

    /// @inheritdoc ISeats
    function currentTerm() public view override(ISeats, TermClock) returns (uint32) {
        return super.currentTerm();
    }

    /// @dev Takes a solution that was read to its end, if it is better than the best one so far.
    function _accept(uint32 term, uint16[] memory winners, uint256[] memory backing, bytes32 root) internal {
        Score memory score = _scoreOf(winners, backing);
        Score memory queued = _scores[term];
        require(_isBetter(score, queued), SolutionNotBetter(score, queued));
        if (queued.winners == 0) _elected.push(term, term);
        (_scores[term], _voterRoots[term]) = (score, root);
        emit SolutionAccepted(term, msg.sender, score, root, _seat(term, winners, backing));
    }

    /// @dev There are never fewer winners than in the solution before, so that no old seat stays.
    function _seat(
        uint32 term,
        uint16[] memory winners,
        uint256[] memory backing
    ) private returns (Seat[] memory seats) {
        (uint16[] memory commissions, uint256[] memory powers) = validators.eligibleAt(term, winners);
        seats = new Seat[](winners.length);
        for (uint256 i; i < seats.length; ++i) {
            uint256 power = Math.min(powers[i], type(uint128).max);
            uint112 weight = uint112(Math.sqrt(power * backing[i]));
            seats[i] = Seat(winners[i], commissions[i], uint96(backing[i]), weight);
            _seats[term][i] = seats[i];
        }
    }

    function _scoreOf(uint16[] memory winners, uint256[] memory backing) private pure returns (Score memory score) {
        (uint256 least, uint256 sum, uint256 squares) = (type(uint96).max, 0, 0);
        for (uint256 i; i < backing.length; ++i) {
            uint256 support = backing[i];
            require(support > 0, WinnerWithoutSupport(winners[i]));
            least = Math.min(least, support);
            sum += support;
            squares += support * support;
        }
        return Score(uint8(winners.length), uint96(least), uint96(sum), squares);
    }

    function _isBetter(Score memory a, Score memory b) private pure returns (bool) {
        if (a.winners != b.winners) return a.winners > b.winners;
        if (a.least != b.least) return a.least > b.least;
        if (a.sum != b.sum) return a.sum > b.sum;
        return a.squares < b.squares;
    }
}
