// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DisputeInfo, Phase, RoundInfo, Stage} from "../../contracts/court/ICourt.sol";
import {BadArbitrable} from "./Arbitrables.sol";
import {CourtTest} from "./CourtTest.sol";

/// @notice What a court's books should be, kept beside it, and what of them is broken.
abstract contract CourtBooks is CourtTest {
    mapping(string what => uint256 times) public reached;
    /// @notice The first truth that did not hold; empty as long as all do.
    string public broken;

    /// @dev Burns gas when it is asked for parties, and sometimes refuses rulings.
    BadArbitrable internal bad;
    mapping(uint256 id => uint256 progress) private _progress;
    mapping(uint256 id => uint256 ruling) private _finalRulings;
    mapping(uint256 id => bool isFinal) private _isFinal;
    mapping(uint256 id => mapping(uint256 round => bytes32 randomness)) internal _randomness;
    mapping(uint256 id => mapping(uint256 round => mapping(uint256 seat => uint256 lane))) private _revealed;
    mapping(uint16 version => bytes32 hash) private _versions;

    /// @dev Of money that came in and went out.
    uint256 internal _paidIn;
    uint256 internal _paidOut;
    uint256 internal _tokensOut;
    uint256 internal _slashed;
    /// @dev Tokens that somebody gave the court for nothing: they confuse nobody's books.
    uint256 internal _gift;

    function _must(bool holds, string memory what) internal {
        if (!holds && bytes(broken).length == 0) broken = what;
    }

    /* WHAT IS LOOKED AT AFTER EVERY ACTION */

    /// @dev Phases and rounds only move forward, final rulings stay, revealed votes stay, parameters of open disputes stay.
    function _look() internal {
        uint256 count = court.disputeCount();
        for (uint256 id = 1; id <= count; ++id) {
            DisputeInfo memory info = court.disputeOf(id);
            (Phase phase, ) = court.phaseOf(id);
            uint256 progress = uint256(info.lastRound) * 16 + uint256(phase);
            if (phase == Phase.Final) progress = 1_000 + (info.ruled ? 1 : 0);
            _must(progress >= _progress[id], "state moved back");
            _progress[id] = progress;
            if (phase == Phase.Final) _lookAtRuling(id);
            bytes32 hash = keccak256(abi.encode(court.parametersOf(info.version)));
            if (_versions[info.version] == 0) _versions[info.version] = hash;
            _must(_versions[info.version] == hash, "parameters changed");
            _lookAtVotes(id, info.lastRound);
        }
    }

    function _lookAtRuling(uint256 id) private {
        uint256 ruling = court.currentRuling(id);
        if (_isFinal[id]) _must(_finalRulings[id] == ruling, "final ruling changed");
        (_isFinal[id], _finalRulings[id]) = (true, ruling);
    }

    function _lookAtVotes(uint256 id, uint256 round) private {
        RoundInfo memory info = court.roundOf(id, round);
        for (uint256 seat; seat < info.size; ++seat) {
            uint256 lane = uint8(info.votes >> (8 * seat));
            uint256 before = _revealed[id][round][seat];
            _must(before < 2 || before == lane, "a revealed vote changed");
            _must(lane >= before, "a vote was taken back");
            _revealed[id][round][seat] = lane;
        }
    }

    /* OBLIGATIONS */

    /// @return held Coins of the court.
    /// @return owed To accounts and treasury, and for rounds that are not settled.
    function coins() public view returns (uint256 held, uint256 owed) {
        held = address(court).balance;
        (owed, ) = court.treasuryBalance();
        owed += coinsOf(appellant) + coinsOf(address(arbitrable)) + coinsOf(address(bad));
        for (uint16 i = 1; i <= seats.candidateCount(); ++i) owed += coinsOf(seats.accountOf(i));
        for (uint256 id = 1; id <= court.disputeCount(); ++id) {
            for (uint256 round; round <= court.disputeOf(id).lastRound; ++round) owed += _pendingOf(id, round);
        }
    }

    function _pendingOf(uint256 id, uint256 index) private view returns (uint256) {
        RoundInfo memory round = court.roundOf(id, index);
        if (round.settled) return 0;
        uint256 size = round.stage < Stage.Drawn ? (4 << index) - 1 : round.size;
        return size * court.parametersOf(court.disputeOf(id).version).feePerJuror + round.bond;
    }

    function tokens() public view returns (uint256 held, uint256 owed) {
        held = ctt.balanceOf(address(court)) - _gift;
        (, owed) = court.treasuryBalance();
        for (uint16 i = 1; i <= seats.candidateCount(); ++i) owed += tokensOf(seats.accountOf(i));
    }

    function flows() external view returns (uint256 held, uint256 net, uint256 tokensHeld, uint256 tokensNet) {
        (held, net) = (address(court).balance, _paidIn - _paidOut);
        (tokensHeld, tokensNet) = (ctt.balanceOf(address(court)) - _gift, _slashed - _tokensOut);
    }

    /* JURIES */

    /// @notice Whether every jury is what seed, seats of the term and parties give, and nothing else.
    function areDrawsPure() external view returns (bool) {
        for (uint256 id = 1; id <= court.disputeCount(); ++id) {
            for (uint256 round; round <= court.disputeOf(id).lastRound; ++round) {
                if (court.roundOf(id, round).stage < Stage.Drawn) continue;
                bytes32 wanted = keccak256(abi.encode(_expectedJury(id, round)));
                if (keccak256(abi.encode(court.juryOf(id, round))) != wanted) return false;
            }
        }
        return true;
    }

    function isAnyPartySeated() external view returns (bool) {
        for (uint256 id = 1; id <= court.disputeCount(); ++id) {
            for (uint256 round; round <= court.disputeOf(id).lastRound; ++round) {
                uint16[] memory jury = court.juryOf(id, round);
                for (uint256 i; i < jury.length; ++i) {
                    if (_isParty(id, jury[i])) return true;
                }
            }
        }
        return false;
    }

    /// @notice Odd, at least three, nobody twice, all of the term.
    function areJuriesWellFormed() external view returns (bool) {
        for (uint256 id = 1; id <= court.disputeCount(); ++id) {
            for (uint256 round; round <= court.disputeOf(id).lastRound; ++round) {
                if (!_isWellFormed(court.juryOf(id, round), court.roundOf(id, round).stage, (4 << round) - 1))
                    return false;
            }
        }
        return true;
    }

    function _isWellFormed(uint16[] memory jury, Stage stage, uint256 most) private pure returns (bool) {
        if (stage < Stage.Drawn || stage == Stage.Void) return jury.length == 0;
        if (jury.length < 3 || jury.length > most || jury.length % 2 == 0) return false;
        for (uint256 i; i < jury.length; ++i) {
            for (uint256 j; j < i; ++j) {
                if (jury[i] == jury[j]) return false;
            }
        }
        return true;
    }

    /// @dev Of `arbitrable` some are; what `bad` is asked burns gas, which counts as no.
    function _isParty(uint256 id, uint16 candidateId) internal view returns (bool) {
        return
            court.disputeOf(id).arbitrable == address(arbitrable) && arbitrable.isParty(seats.accountOf(candidateId));
    }

    function _expectedJury(uint256 id, uint256 round) private view returns (uint16[] memory jury) {
        uint16[] memory pool = seats.seatsOf(court.roundOf(id, round).term);
        bytes32 tag = keccak256("TrustedCommerceCommune.Draw");
        bytes32 seed = keccak256(abi.encode(tag, block.chainid, address(court), id, round, _randomness[id][round]));
        uint256 found;
        for (uint256 i; i < pool.length; ++i) {
            uint256 chosen = i + (uint256(keccak256(abi.encode(seed, i))) % (pool.length - i));
            (pool[i], pool[chosen]) = (pool[chosen], pool[i]);
            if (!_isParty(id, pool[i])) pool[found++] = pool[i];
        }
        uint256 size = found > (4 << round) - 1 ? (4 << round) - 1 : found;
        if (size < 3) size = 0;
        else if (size % 2 == 0) --size;
        jury = new uint16[](size);
        for (uint256 i; i < size; ++i) jury[i] = pool[i];
    }
}
