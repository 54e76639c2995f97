// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DisputeInfo, ICourt, Parameters, Phase, RoundInfo, Stage} from "../../contracts/court/ICourt.sol";
import {BadArbitrable} from "./Arbitrables.sol";
import {BlockHeaders} from "./BlockHeaders.sol";
import {CourtBooks} from "./CourtBooks.sol";
import {vm} from "./Vm.sol";

/// @notice What anybody can do to a court, in any order and told by seeds.
abstract contract CourtHandler is CourtBooks {
    uint256 private constant MOST_DISPUTES = 14;
    uint256 private _forgotten;

    function prepare() external {
        setUp();
        bad = new BadArbitrable();
        court.trustArbitrable(address(bad), true);
        bad.setManner(BadArbitrable.Manner.BurnsGas);
        bad.refuseRulings(true);
        for (uint16 id = 3; id <= SEATS; id += 7) arbitrable.setParty(seats.accountOf(id), true);
        // Some have little to lose.
        for (uint16 id = 1; id <= 4; ++id) {
            vm.prank(address(court));
            seats.slash(id, BOND - INCOHERENT * id);
        }
        _gift = ctt.balanceOf(address(court));
        vm.deal(address(this), 1_000_000 ether);
        vm.deal(appellant, 1_000_000 ether);
    }

    /* STEPS */

    function openSome(uint256 seed) external {
        if (court.disputeCount() >= MOST_DISPUTES) return;
        uint256 cost = court.arbitrationCost("");
        uint256 value = cost + (seed % 4 == 0 ? seed >> 200 : 0);
        (seed % 3 == 0 ? bad : arbitrable).open{value: value}(court, CHOICES);
        _paidIn += value;
        ++reached["opened"];
        _look();
    }

    function armSome(uint256 seed) external {
        (bool found, uint256 id) = _some(seed);
        if (!found) return;
        (Phase phase, ) = court.phaseOf(id);
        try court.arm(id) {
            ++reached[phase == Phase.Drawing ? "armed again" : "armed"];
            _must(phase == Phase.Arming || _forgotten > 0, "armed too early");
        } catch (bytes memory reason) {
            _must(phase != Phase.Arming, "arming failed");
            if (bytes4(reason) == ICourt.SeedStillValid.selector) ++reached["seed still valid"];
        }
        _look();
    }

    /// @dev With the right header, or a forged one.
    function drawSome(uint256 seed) external {
        (bool found, uint256 id) = _someIn(Phase.Drawing, seed);
        if (!found) return;
        uint256 round = court.disputeOf(id).lastRound;
        if (seed % 8 == 1) {
            bytes memory forged = BlockHeaders.make(court.roundOf(id, round).seedBlock, bytes32(seed), seed);
            (bool drawn, ) = address(court).call(abi.encodeCall(ICourt.draw, (id, forged)));
            _must(!drawn, "forged header drew");
            ++reached["forgery refused"];
        } else if (seed % 8 == 2) {
            // Nobody draws until the chain has forgotten.
            replaceHistory();
            ++_forgotten;
            vm.roll(block.number + 500);
        } else {
            bytes32 randomness = keccak256(abi.encode(seed));
            bytes memory header = seedWith(id, randomness);
            if (block.number > court.roundOf(id, round).seedBlock + 256) return;
            _randomness[id][round] = randomness;
            court.draw(id, header);
            ++reached[court.roundOf(id, round).stage == Stage.Void ? "void" : "drawn"];
        }
        _look();
    }

    /// @dev Several jurors at once; some commit to nothing that can be opened, a stranger tries, too.
    function commitSome(uint256 seed) external {
        (bool found, uint256 id) = _someIn(Phase.Commit, seed);
        if (!found) return;
        uint256 round = court.disputeOf(id).lastRound;
        uint256 size = court.roundOf(id, round).size;
        for (uint256 i; i < size; ++i) {
            uint256 dice = uint8(seed >> (8 * i + 8));
            (Phase phase, ) = court.phaseOf(id);
            if (dice < 90 || phase != Phase.Commit) continue;
            bytes32 commitment = commitmentTo(id, round, i, _choiceOf(id, round, i));
            if (dice > 250) commitment = bytes32(seed);
            vm.prank(dice == 250 ? stranger : jurorOn(id, round, i));
            try court.commit(id, round, i, commitment) {
                _must(dice != 250, "a stranger committed");
                ++reached["committed"];
            } catch (bytes memory reason) {
                if (bytes4(reason) == ICourt.AlreadyCommitted.selector) ++reached["already committed"];
            }
        }
        if (court.roundOf(id, round).stage == Stage.Committed) ++reached["closed early"];
        _look();
    }

    function revealSome(uint256 seed) external {
        (bool found, uint256 id) = _someIn(Phase.Reveal, seed);
        if (!found) return;
        uint256 round = court.disputeOf(id).lastRound;
        RoundInfo memory info = court.roundOf(id, round);
        for (uint256 seat; seat < info.size; ++seat) {
            (Phase phase, ) = court.phaseOf(id);
            if (uint8(seed >> (8 * seat + 8)) < 60 || phase != Phase.Reveal) continue;
            uint256 lane = uint8(info.votes >> (8 * seat));
            uint256 choice = _choiceOf(id, round, seat);
            if (lane != 1) vm.expectRevert(abi.encodeWithSelector(ICourt.NothingToReveal.selector, seat));
            if (lane != 1) {
                reveal(id, round, seat, choice);
                ++reached["second reveal refused"];
                continue;
            }
            vm.prank(stranger);
            try court.reveal(id, round, seat, choice, saltOf(id, round, seat)) {
                ++reached["revealed"];
            } catch (bytes memory) {
                ++reached["cannot be opened"];
            }
        }
        _look();
    }

    function appealSome(uint256 seed) external {
        (bool found, uint256 id) = _someIn(Phase.Appeal, seed);
        if (!found || seed % 3 == 0) return;
        uint256 cost = court.appealCost(id, "") + (seed % 8 == 1 ? 77 : 0);
        vm.prank(appellant);
        court.appeal{value: cost}(id, "");
        _paidIn += cost;
        ++reached[court.disputeOf(id).lastRound == 1 ? "appealed" : "appealed twice"];
        _look();
    }

    function ruleSome(uint256 seed) external {
        (bool found, uint256 id) = seed % 2 == 0 ? _some(seed) : _someIn(Phase.Final, seed);
        if (!found) return;
        bad.refuseRulings((seed >> 8) % 4 != 0);
        DisputeInfo memory info = court.disputeOf(id);
        (Phase phase, ) = court.phaseOf(id);
        bool refuses = info.arbitrable == address(bad) && bad.refusesRulings();
        try court.executeRuling(id) {
            _must(phase == Phase.Final && !info.ruled && !refuses, "ruled wrongly");
            ++reached["ruled"];
        } catch {
            _must(phase != Phase.Final || info.ruled || refuses, "ruling failed");
            if (phase == Phase.Final && refuses && !info.ruled) ++reached["ruling refused"];
        }
        _look();
    }

    function settleSome(uint256 seed) external {
        (bool found, uint256 id) = _someIn(Phase.Final, seed);
        if (!found) return;
        uint256 round = (seed >> 100) % (uint256(court.disputeOf(id).lastRound) + 1);
        if (court.roundOf(id, round).settled) {
            (bool success, ) = address(court).call(abi.encodeCall(ICourt.settle, (id, round)));
            _must(!success, "settled twice");
            ++reached["second settlement refused"];
            return;
        }
        _settle(id, round);
        _look();
    }

    function withdrawSome(uint256 seed) external {
        address account =
            seed % 5 == 0
                ? appellant
                : seed % 5 == 1
                    ? address(arbitrable)
                    : _juror(seed >> 8);
        if (seed % 7 == 0) {
            try court.collectTreasury() returns (uint256 paid, uint256 given) {
                (_paidOut, _tokensOut) = (_paidOut + paid, _tokensOut + given);
                ++reached["treasury"];
            } catch {}
            return;
        }
        (uint256 owed, uint256 owedTokens) = court.balanceOf(account);
        try court.withdraw(payable(account)) returns (uint256 paid, uint256 given) {
            _must(paid == owed && given == owedTokens, "paid something else");
            (_paidOut, _tokensOut) = (_paidOut + paid, _tokensOut + given);
            ++reached["withdrawn"];
        } catch {
            _must(owed == 0 && owedTokens == 0, "withdrawal failed");
        }
    }

    /* AROUND THE COURT */

    function pass(uint256 seed) external {
        vm.warp(block.timestamp + 1 + (seed % 40 hours));
        vm.roll(block.number + 1 + ((seed >> 64) % 6));
        _look();
    }

    /// @dev A new set, sometimes a tiny one.
    function elect(uint256 seed) external {
        uint32 term = seats.currentTerm() + 1;
        uint16 size = seed % 4 == 0 ? uint16((seed >> 8) % 8) : SEATS;
        uint16[] memory ids = new uint16[](size);
        for (uint16 i; i < size; ++i) ids[i] = uint16(((seed >> 16) + i) % SEATS) + 1;
        seats.elect(term, ids);
        seats.setTerm(term);
        seats.unbond(uint16((seed >> 32) % SEATS) + 1);
        _look();
    }

    function govern(uint256 seed) external {
        uint16 incoherent = uint16(100 + (seed % 4_000));
        uint16 silent = incoherent + uint16((seed >> 16) % 6_000);
        Parameters memory next = Parameters(uint80(1e12 + (seed >> 200)), LOCK, incoherent, silent, 10_000);
        court.setParameters(next);
        ++reached["governed"];
        _look();
    }

    /* THE END */

    /// @notice A stranger brings every dispute to its ruling, with a bounded number of calls and nobody's help; then everything is paid.
    function endAll() external returns (bool) {
        bad.refuseRulings(false);
        for (uint256 id = 1; id <= court.disputeCount(); ++id) {
            for (uint256 i; i < 6; ++i) _push(id);
            (Phase phase, ) = court.phaseOf(id);
            if (phase != Phase.Final) return false;
            if (!court.disputeOf(id).ruled) court.executeRuling(id);
            for (uint256 round; round <= court.disputeOf(id).lastRound; ++round) {
                if (!court.roundOf(id, round).settled) _settle(id, round);
            }
            if (BadArbitrable(payable(court.disputeOf(id).arbitrable)).ruledTimes(id) != 1) return false;
        }
        return bytes(broken).length == 0;
    }

    function _push(uint256 id) private {
        (Phase phase, uint48 endsAt) = court.phaseOf(id);
        if (phase == Phase.Final) return;
        if (endsAt > block.timestamp) vm.warp(endsAt);
        if (phase == Phase.Arming || phase == Phase.Evidence) court.arm(id);
        if (phase != Phase.Drawing) return;
        uint256 round = court.disputeOf(id).lastRound;
        if (block.number > court.roundOf(id, round).seedBlock + 200) {
            replaceHistory();
            vm.roll(block.number + 300);
            court.arm(id);
        }
        _randomness[id][round] = bytes32(id);
        bytes memory header = seedWith(id, bytes32(id));
        court.draw(id, header);
    }

    /* INTERNAL */

    /// @dev Looks at every seat: nobody loses more than his lock, nobody coherent loses, everybody coherent is paid.
    function _settle(uint256 id, uint256 round) private {
        uint16[] memory jury = court.juryOf(id, round);
        uint256[] memory stakes = new uint256[](jury.length);
        uint256[] memory paid = new uint256[](jury.length);
        for (uint256 i; i < jury.length; ++i) {
            stakes[i] = seats.bondOf(jury[i]) + seats.unbondingOf(jury[i]);
            paid[i] = coinsOf(seats.accountOf(jury[i]));
        }
        uint256 held = ctt.balanceOf(address(court));
        court.settle(id, round);
        _slashed += ctt.balanceOf(address(court)) - held;
        uint256 lock = court.parametersOf(court.disputeOf(id).version).lockPerSeat;
        uint256 coherentLane = court.currentRuling(id) + 2;
        uint256 votes_ = court.roundOf(id, round).votes;
        for (uint256 i; i < jury.length; ++i) {
            uint256 lost = stakes[i] - seats.bondOf(jury[i]) - seats.unbondingOf(jury[i]);
            bool coherent = uint8(votes_ >> (8 * i)) == coherentLane;
            uint256 gained = coinsOf(seats.accountOf(jury[i])) - paid[i];
            _must(lost <= lock, "more lost than locked");
            _must(coherent ? lost == 0 && gained > 0 : gained == 0, "wrong seat paid or penalised");
            if (lost > 0) ++reached["penalised"];
        }
        ++reached["settled"];
    }

    /// @dev Mostly the same one, so that there are majorities and ties.
    function _choiceOf(uint256 id, uint256 round, uint256 seat) private pure returns (uint256) {
        uint256 dice = uint256(keccak256(abi.encode(id, round, seat))) % 8;
        return dice < 4 ? 1 + (round % 2) : dice % 4;
    }

    function _juror(uint256 seed) private view returns (address) {
        return seats.accountOf(uint16(seed % SEATS) + 1);
    }

    function _some(uint256 seed) private view returns (bool, uint256) {
        uint256 count = court.disputeCount();
        return (count > 0, count == 0 ? 0 : 1 + ((seed >> 128) % count));
    }

    function _someIn(Phase wanted, uint256 seed) private view returns (bool, uint256) {
        uint256 count = court.disputeCount();
        for (uint256 i; i < count; ++i) {
            uint256 id = 1 + (((seed >> 128) + i) % count);
            (Phase phase, ) = court.phaseOf(id);
            if (phase == wanted) return (true, id);
        }
        return (false, 0);
    }
}
