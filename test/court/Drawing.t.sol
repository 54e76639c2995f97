// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICourt, Phase, RoundInfo, Stage} from "../../contracts/court/ICourt.sol";
import {PlainArbitrable} from "../support/Arbitrables.sol";
import {BlockHeaders} from "../support/BlockHeaders.sol";
import {CourtTest} from "../support/CourtTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Arming and drawing.
contract DrawingTest is CourtTest {
    /* ARMING */

    function test_arm_fixes_term_and_block() public {
        uint256 id = open();
        vm.warp(START + 2 days);
        vm.expectEmit(address(court));
        emit ICourt.DrawArmed(id, 0, TERM, uint48(START_BLOCK + 4));
        court.arm(id);
        RoundInfo memory round = court.roundOf(id, 0);
        vm.assertEq(round.term, TERM);
        vm.assertEq(round.seedBlock, START_BLOCK + 4);
        vm.assertEq(uint256(round.stage), uint256(Stage.Armed));
        phaseIs(id, Phase.Drawing);
    }

    function test_arm_only_when_it_is_time() public {
        uint256 id = openAndDraw();
        bytes memory data = abi.encodeCall(ICourt.arm, (id));
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Arming, Phase.Commit));
        vote(id, votes(1, 1, 1));
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Arming, Phase.Appeal));
        toFinal(id);
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Arming, Phase.Final));
    }

    function test_arm_again_only_when_the_chain_has_forgotten() public {
        uint256 id = open();
        arm(id);
        bytes memory data = abi.encodeCall(ICourt.arm, (id));
        bytes memory valid = abi.encodeWithSelector(ICourt.SeedStillValid.selector, START_BLOCK + 4);
        refuse(data, valid);
        vm.roll(START_BLOCK + 4);
        refuse(data, valid);
        seedWith(id, "r");
        refuse(data, valid);
        replaceHistory();
        vm.roll(START_BLOCK + 4 + 256);
        refuse(data, valid);
        vm.roll(START_BLOCK + 4 + 257);
        refuse(
            abi.encodeCall(ICourt.draw, (id, "")),
            abi.encodeWithSelector(ICourt.SeedMissed.selector, START_BLOCK + 4)
        );
        seats.setTerm(TERM + 1);
        vm.expectEmit(address(court));
        emit ICourt.DrawArmed(id, 0, TERM + 1, uint48(START_BLOCK + 4 + 257 + 4));
        court.arm(id);
        vm.assertEq(court.roundOf(id, 0).term, TERM + 1);
    }

    /// The history contract (EIP-2935) serves blocks that the opcode has forgotten.
    function test_draw_from_the_history() public {
        uint256 id = open();
        arm(id);
        bytes memory header = seedWith(id, "r");
        replaceHistory();
        vm.store(HISTORY, bytes32(START_BLOCK + 4), keccak256(header));
        vm.roll(START_BLOCK + 4 + 8_191);
        refuse(
            abi.encodeCall(ICourt.arm, (id)),
            abi.encodeWithSelector(ICourt.SeedStillValid.selector, START_BLOCK + 4)
        );
        court.draw(id, header);
        phaseIs(id, Phase.Commit);
    }

    /// A history contract that reverts, even with data, or answers with something else than a word, knows nothing.
    function test_history_that_does_not_answer() public {
        uint256 id = open();
        arm(id);
        bytes memory header = seedWith(id, "r");
        vm.roll(START_BLOCK + 4 + 257);
        bytes[4] memory codes = [
            bytes(hex"60206000fd"),
            // Reverts with a word of ones; returns 31 bytes; returns 64.
            bytes(hex"5f195f5260205ffd"),
            bytes(hex"5f195f52601f5ff3"),
            bytes(hex"5f195f5260405ff3")
        ];
        for (uint256 i; i < 4; ++i) {
            vm.etch(HISTORY, codes[i]);
            refuse(
                abi.encodeCall(ICourt.draw, (id, header)),
                abi.encodeWithSelector(ICourt.SeedMissed.selector, START_BLOCK + 4)
            );
        }
        court.arm(id);
    }

    /* DRAWING */

    function test_draw_emits_and_stores() public {
        uint256 id = open();
        arm(id);
        bytes memory header = seedWith(id, "randomness");
        bytes32 seed = seedFor(id, 0, "randomness");
        uint16[] memory jury = expected(seed, SEATS, 3);
        vm.expectEmit(address(court));
        emit ICourt.JuryDrawn(id, 0, seed, jury, uint48(block.timestamp + 3 days));
        court.draw(id, header);
        RoundInfo memory round = court.roundOf(id, 0);
        vm.assertEq(round.size, 3);
        vm.assertEq(round.since, block.timestamp);
        vm.assertEq(uint256(round.stage), uint256(Stage.Drawn));
        (, uint48 endsAt) = court.phaseOf(id);
        vm.assertEq(endsAt, block.timestamp + 3 days);
        vm.assertEq(coinsOf(address(arbitrable)), 0);
    }

    function test_draw_refuses_what_is_not_the_header() public {
        uint256 id = open();
        refuse(
            abi.encodeCall(ICourt.draw, (id, "")),
            abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Drawing, Phase.Evidence)
        );
        arm(id);
        bytes memory header = BlockHeaders.make(START_BLOCK + 4, "r", 7);
        vm.roll(START_BLOCK + 4);
        refuse(
            abi.encodeCall(ICourt.draw, (id, header)),
            abi.encodeWithSelector(ICourt.SeedNotReady.selector, START_BLOCK + 4)
        );
        bytes memory right = seedWith(id, "r");
        refuse(
            abi.encodeCall(ICourt.draw, (id, header)),
            abi.encodeWithSelector(ICourt.WrongHeader.selector, START_BLOCK + 4, keccak256(right), keccak256(header))
        );
        court.draw(id, right);
        refuse(
            abi.encodeCall(ICourt.draw, (id, right)),
            abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Drawing, Phase.Commit)
        );
    }

    /// Nothing but seed, seats and parties tells the jury: nobody twice, no party, in the order of the shuffle.
    function testFuzz_jury(bytes32 randomness, uint16 count, uint32 parties) public {
        count = uint16(bound(count, 0, SEATS));
        electFirst(count);
        uint16 free = count;
        for (uint16 id = 1; id <= count; ++id) {
            if ((parties >> id) % 2 == 0) continue;
            arbitrable.setParty(seats.accountOf(id), true);
            --free;
        }
        uint256 disputeId = open();
        uint16[] memory jury = drawWith(disputeId, randomness);
        uint16[] memory wanted = expected(seedFor(disputeId, 0, randomness), count, 3);
        vm.assertEq(keccak256(abi.encode(jury)), keccak256(abi.encode(wanted)));
        vm.assertEq(jury.length, free < 3 ? 0 : 3);
        for (uint256 i; i < jury.length; ++i) vm.assertFalse(arbitrable.isParty(seats.accountOf(jury[i])));
    }

    function testFuzz_jury_of_fifteen(bytes32 randomness, uint16 count) public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 1));
        appealTo(id, votes(7, 7, 2, 2));
        appeal(id);
        electFirst(uint16(bound(count, 0, SEATS)));
        count = uint16(bound(count, 0, SEATS));
        uint16[] memory jury = drawWith(id, randomness);
        uint16[] memory wanted = expected(seedFor(id, 2, randomness), count, 15);
        vm.assertEq(keccak256(abi.encode(jury)), keccak256(abi.encode(wanted)));
        uint256 size =
            count < 3
                ? 0
                : count > 15
                    ? 15
                    : count - (1 - (count % 2));
        vm.assertEq(jury.length, size);
        uint256 back = (15 - size) * FEE + (size == 0 ? 15 * FEE : 0);
        vm.assertEq(coinsOf(appellant), back);
    }

    /// Every seat comes about as often as every other.
    function test_draw_is_fair() public view {
        uint256[25] memory drawn;
        for (uint256 i; i < 800; ++i) {
            uint16[] memory jury = expected(keccak256(abi.encode("fair", i)), SEATS, 3);
            for (uint256 seat; seat < 3; ++seat) ++drawn[jury[seat]];
        }
        for (uint256 id = 1; id <= SEATS; ++id) {
            vm.assertGt(drawn[id], 60);
            vm.assertLt(drawn[id], 145);
        }
    }

    function test_arbitrable_without_conflicts_is_not_asked() public {
        PlainArbitrable plain = new PlainArbitrable();
        uint256 id = openFor(plain);
        vm.assertEq(draw(id).length, 3);
    }

    /* TOO FEW */

    /// Before the first election there is nobody: the ruling is 0, and what was paid goes back.
    function test_no_validators() public {
        electFirst(0);
        uint256 id = open();
        arm(id);
        bytes memory header = seedWith(id, "r");
        vm.expectEmit(address(court));
        emit ICourt.RoundVoided(id, 0, seedFor(id, 0, "r"));
        vm.expectEmit(address(court));
        emit ICourt.Refunded(id, address(arbitrable), 3 * FEE);
        court.draw(id, header);
        (Phase phase, uint48 endsAt) = court.phaseOf(id);
        vm.assertEq(uint256(phase), uint256(Phase.Final));
        vm.assertEq(endsAt, block.timestamp);
        vm.assertEq(uint256(court.roundOf(id, 0).stage), uint256(Stage.Void));
        court.executeRuling(id);
        vm.assertEq(arbitrable.ruledTimes(id), 1);
        vm.assertEq(arbitrable.rulingOf(id), 0);
        refuse(abi.encodeCall(ICourt.settle, (id, 0)), abi.encodeWithSelector(ICourt.AlreadySettled.selector, id, 0));
        (uint256 coins, ) = court.withdraw(payable(address(arbitrable)));
        vm.assertEq(coins, 3 * FEE);
        vm.assertEq(address(court).balance, 0);
    }

    function test_two_free_are_too_few_and_three_are_enough() public {
        for (uint16 id = 3; id <= SEATS; ++id) arbitrable.setParty(seats.accountOf(id), true);
        uint256 first = open();
        vm.assertEq(draw(first).length, 0);
        arbitrable.setParty(seats.accountOf(3), false);
        uint256 second = open();
        vm.assertEq(draw(second).length, 3);
    }

    /// An appeal that nobody can judge falls: the ruling before it stands, and everything is paid back.
    function test_appeal_without_jury_falls() public {
        uint256 id = openAndDraw();
        vote(id, votes(2, 2, 1));
        appeal(id);
        electFirst(2);
        vm.assertEq(draw(id).length, 0);
        phaseIs(id, Phase.Final);
        vm.assertEq(court.currentRuling(id), 2);
        vm.assertEq(coinsOf(appellant), 14 * FEE);
        (uint256 start, uint256 end) = court.appealPeriod(id);
        vm.assertEq(start + end, 0);
        vm.assertEq(court.appealCost(id, ""), type(uint256).max / 2);
        court.executeRuling(id);
        vm.assertEq(arbitrable.rulingOf(id), 2);
        court.settle(id, 0);
        refuse(abi.encodeCall(ICourt.settle, (id, 1)), abi.encodeWithSelector(ICourt.AlreadySettled.selector, id, 1));
    }

    /* THE RULE, WRITTEN AGAIN */

    function seedFor(uint256 id, uint256 round, bytes32 randomness) private view returns (bytes32) {
        bytes32 tag = keccak256("TrustedCommerceCommune.Draw");
        return keccak256(abi.encode(tag, block.chainid, address(court), id, round, randomness));
    }

    function expected(bytes32 seed, uint256 count, uint256 wanted) private view returns (uint16[] memory jury) {
        uint16[] memory pool = new uint16[](count);
        for (uint16 i; i < count; ++i) pool[i] = i + 1;
        uint16[] memory free = new uint16[](count);
        uint256 found;
        for (uint256 i; i < count; ++i) {
            uint256 chosen = i + (uint256(keccak256(abi.encode(seed, i))) % (count - i));
            (pool[i], pool[chosen]) = (pool[chosen], pool[i]);
            if (!arbitrable.isParty(seats.accountOf(pool[i]))) free[found++] = pool[i];
        }
        if (found > wanted) found = wanted;
        if (found < 3) found = 0;
        else if (found % 2 == 0) --found;
        jury = new uint16[](found);
        for (uint256 i; i < found; ++i) jury[i] = free[i];
    }
}
