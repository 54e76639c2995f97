// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IElections, MAX_SEATS, Score, Seat} from "./IElections.sol";
import {ISeats} from "./ISeats.sol";
import {IValidators} from "./IValidators.sol";
import {TermClock} from "./TermClock.sol";
import {VoterTree} from "./VoterTree.sol";

/// @title Seats
/// @notice The best solution of each election, who sits by it, and what judgments did to them.
abstract contract Seats is IElections, TermClock, AccessManaged {
    uint256 private constant WORD_BITS = 256;
    /// @dev Before a term begins.
    uint256 private constant LAST_HOUR = 1 hours;

    IValidators public immutable validators;

    /// @notice Contracts whose judgments are passed on.
    mapping(address account => bool appointed) public isCourt;
    mapping(address account => bool wasCourt) private _wasCourt;
    /// @inheritdoc IElections
    mapping(uint32 term => mapping(uint16 candidateId => bool slashed)) public slashedIn;
    mapping(uint32 elected => Score score) private _scores;
    mapping(uint32 elected => bytes32 root) private _voterRoots;
    /// @dev Candidate in the lowest 16 bits, commission in the next 16, then support.
    mapping(uint32 elected => uint128[MAX_SEATS] seats) private _seats;
    /// @dev A bit for every term that had an election with a solution.
    mapping(uint256 word => uint256 bits) private _elected;

    constructor(IValidators validators_) {
        validators = validators_;
    }

    /// @inheritdoc ISeats
    function slash(uint16 candidateId, uint256 amount) external returns (uint256 taken) {
        if (!isCourt[msg.sender]) {
            // Its rounds are settled all the same: fees and bonds of appeals would stay in it otherwise.
            require(_wasCourt[msg.sender], NotCourt(msg.sender));
            return 0;
        }
        if (amount == 0) return 0;
        uint32 term = currentTerm();
        slashedIn[term][candidateId] = true;
        taken = validators.slash(candidateId, amount, msg.sender);
        emit SeatSlashed(term, candidateId, msg.sender, amount, taken);
    }

    /// @notice Lets a court slash, or stops it: what it judges from then on takes nothing.
    function appointCourt(address court, bool appointed) external restricted {
        if (isCourt[court]) _wasCourt[court] = true;
        isCourt[court] = appointed;
        emit CourtAppointed(court, appointed);
    }

    /// @inheritdoc ISeats
    function seatsOf(uint32 term) external view returns (uint16[] memory candidateIds) {
        uint32 elected = electionOf(term);
        candidateIds = new uint16[](_scores[elected].winners);
        for (uint256 i; i < candidateIds.length; ++i) candidateIds[i] = uint16(_seats[elected][i]);
    }

    /// @inheritdoc IElections
    function seatsIn(uint32 term) public view returns (Seat[] memory seats) {
        uint32 elected = electionOf(term);
        seats = new Seat[](_scores[elected].winners);
        for (uint256 i; i < seats.length; ++i) seats[i] = _unpack(_seats[elected][i]);
    }

    /// @inheritdoc IElections
    function weightsIn(uint32 term) external view returns (uint256[] memory weights) {
        uint32 elected = electionOf(term);
        weights = new uint256[](_scores[elected].winners);
        for (uint256 i; i < weights.length; ++i) {
            Seat memory seat = _unpack(_seats[elected][i]);
            weights[i] = _weight(validators.powerAt(elected, seat.candidateId), seat.support);
        }
    }

    /// @inheritdoc IElections
    function seatAt(uint32 term, uint256 index) external view returns (Seat memory) {
        return index < MAX_SEATS ? _unpack(_seats[electionOf(term)][index]) : _unpack(0);
    }

    /// @inheritdoc IElections
    function sits(uint32 term, uint16 candidateId) external view returns (bool) {
        uint32 elected = electionOf(term);
        uint256 winners = _scores[elected].winners;
        for (uint256 i; i < winners; ++i) if (uint16(_seats[elected][i]) == candidateId) return true;
        return false;
    }

    /// @inheritdoc IElections
    function electionOf(uint32 term) public view returns (uint32) {
        uint256 word = term / WORD_BITS;
        // The bits of this and of earlier terms.
        uint256 bits = _elected[word] & (type(uint256).max >> (WORD_BITS - 1 - (term % WORD_BITS)));
        // A word is 256 terms: twenty years of weekly epochs.
        while (bits == 0 && word > 0) bits = _elected[--word];
        return bits == 0 ? 0 : uint32(word * WORD_BITS + Math.log2(bits));
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
        if (score.winners == queued.winners && block.timestamp + LAST_HOUR >= epochStart(term * TERM_EPOCHS)) {
            require(score.sum >= queued.sum, SupportLowered(score.sum, queued.sum));
        }
        if (queued.winners == 0) _elected[term / WORD_BITS] |= 1 << (term % WORD_BITS);
        (_scores[term], _voterRoots[term]) = (score, root);
        (Seat[] memory seats, uint256[] memory weights) = _seat(term, winners, backing);
        emit SolutionAccepted(term, msg.sender, score, root, seats, weights);
    }

    /// @dev There are never fewer winners than in the solution before, so that no old seat stays.
    function _seat(
        uint32 term,
        uint16[] memory winners,
        uint256[] memory backing
    ) private returns (Seat[] memory seats, uint256[] memory weights) {
        uint16[] memory commissions;
        (commissions, weights) = validators.eligibleAt(term, winners);
        seats = new Seat[](winners.length);
        uint128[MAX_SEATS] storage stored = _seats[term];
        for (uint256 i; i < seats.length; ++i) {
            // What came as powers goes as weights.
            weights[i] = _weight(weights[i], backing[i]);
            seats[i] = Seat(winners[i], commissions[i], uint96(backing[i]));
            stored[i] = uint128(winners[i] | (uint256(commissions[i]) << 16) | (backing[i] << 32));
        }
    }

    function _unpack(uint128 seat) private pure returns (Seat memory) {
        return Seat(uint16(seat), uint16(seat >> 16), uint96(seat >> 32));
    }

    function _weight(uint256 power, uint256 support) private pure returns (uint256) {
        return Math.sqrt(Math.min(power, type(uint128).max) * support);
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
