// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {ICourt, Phase} from "../../contracts/court/ICourt.sol";
import {BadArbitrable, PartisanArbitrable} from "../support/Arbitrables.sol";
import {BlockHeaders} from "../support/BlockHeaders.sol";
import {CourtTest} from "../support/CourtTest.sol";
import {Reentrant} from "../support/Reentrant.sol";
import {vm} from "../support/Vm.sol";

/// @notice Attacks on votes, draws, money and time.
contract CourtAttacksTest is CourtTest {
    BadArbitrable private bad = new BadArbitrable();

    function setUp() public override {
        super.setUp();
        court.trustArbitrable(address(bad), true);
    }

    /* VOTES */

    /// Who copies another juror's commitment cannot open it, even when he learns vote and salt: he counts as silent.
    function test_attack_copying_a_commitment() public {
        uint256 id = openAndDraw();
        commit(id, 0, 0, 1);
        bytes32 copied = court.commitmentOf(id, 0, 0);
        vm.prank(jurorOn(id, 0, 1));
        court.commit(id, 0, 1, copied);
        toReveal(id);
        reveal(id, 0, 0, 1);
        (bool success, ) = address(court).call(abi.encodeCall(ICourt.reveal, (id, 0, 1, 1, saltOf(id, 0, 0))));
        vm.assertFalse(success);
        (, uint48 endsAt) = court.phaseOf(id);
        vm.warp(endsAt);
        toFinal(id);
        uint16 copier = court.juryOf(id, 0)[1];
        court.settle(id, 0);
        vm.assertEq(seats.bondOf(copier), BOND - SILENT_COST);
    }

    /// Nor does a commitment of one dispute, round or court open in another.
    function test_attack_commitment_of_another_dispute() public {
        uint256 id = openAndDraw();
        uint256 other = open();
        bytes memory header;
        arm(other);
        header = seedWith(other, "other");
        court.draw(other, header);
        bytes32 foreign = commitmentTo(other, 0, 0, 1);
        vm.prank(jurorOn(id, 0, 0));
        court.commit(id, 0, 0, foreign);
        toReveal(id);
        (bool success, ) = address(court).call(abi.encodeCall(ICourt.reveal, (id, 0, 0, 1, saltOf(other, 0, 0))));
        vm.assertFalse(success);
    }

    /// A choice that does not exist can be committed to, and never opened.
    function test_attack_choice_outside() public {
        uint256 id = openAndDraw();
        for (uint256 seat; seat < 3; ++seat) commit(id, 0, seat, seat == 0 ? CHOICES + 1 : 1);
        refuse(
            abi.encodeCall(ICourt.reveal, (id, 0, 0, CHOICES + 1, saltOf(id, 0, 0))),
            abi.encodeWithSelector(ICourt.ChoiceOutside.selector, CHOICES + 1, CHOICES)
        );
        refuse(
            abi.encodeCall(ICourt.reveal, (id, 0, 0, 1 << 200, saltOf(id, 0, 0))),
            abi.encodeWithSelector(ICourt.ChoiceOutside.selector, 1 << 200, CHOICES)
        );
        reveal(id, 0, 1, 1);
        reveal(id, 0, 2, 1);
        passPhase(id, Phase.Reveal);
        toFinal(id);
        court.settle(id, 0);
        vm.assertEq(seats.bondOf(court.juryOf(id, 0)[0]), BOND - SILENT_COST);
    }

    /// Whoever learns a juror's vote may open it, in the window of revelations only, and changes nothing by it.
    function test_attack_reveal_by_somebody_else() public {
        uint256 id = openAndDraw();
        commit(id, 0, 0, 2);
        bytes memory data = abi.encodeCall(ICourt.reveal, (id, 0, 0, 2, saltOf(id, 0, 0)));
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Reveal, Phase.Commit));
        toReveal(id);
        vm.prank(stranger);
        court.reveal(id, 0, 0, 2, saltOf(id, 0, 0));
        vm.assertEq(court.currentRuling(id), 2);
        toFinal(id);
        court.settle(id, 0);
        vm.assertEq(coinsOf(jurorOn(id, 0, 0)), 3 * FEE);
        vm.assertEq(coinsOf(stranger), 0);
    }

    /// Nobody closes a window early for others: one who waits has the whole of it.
    function test_attack_early_close() public {
        uint256 id = openAndDraw();
        (, uint48 commitEnd) = court.phaseOf(id);
        commit(id, 0, 0, 1);
        commit(id, 0, 1, 1);
        vm.warp(commitEnd - 1);
        phaseIs(id, Phase.Commit);
        commit(id, 0, 2, 2);
        (, uint48 revealEnd) = court.phaseOf(id);
        vm.assertEq(revealEnd, commitEnd - 1 + 2 days);
        reveal(id, 0, 0, 1);
        reveal(id, 0, 1, 1);
        vm.warp(revealEnd - 1);
        reveal(id, 0, 2, 2);
        (Phase phase, uint48 appealEnd) = court.phaseOf(id);
        vm.assertEq(uint256(phase), uint256(Phase.Appeal));
        vm.assertEq(appealEnd, revealEnd - 1 + 3 days);
    }

    /* DRAWS */

    /// A forged header, the header of another block, and an armed block that is not there yet draw nobody.
    function test_attack_forged_header() public {
        uint256 id = open();
        arm(id);
        bytes memory right = seedWith(id, "r");
        bytes memory forged = BlockHeaders.make(START_BLOCK + 4, "mine", uint256(1));
        bytes memory other = BlockHeaders.make(START_BLOCK + 3, "other", uint256(1));
        vm.setBlockhash(START_BLOCK + 3, keccak256(other));
        bytes32 expected = keccak256(right);
        bytes[2] memory wrong = [forged, other];
        for (uint256 i; i < 2; ++i) {
            refuse(
                abi.encodeCall(ICourt.draw, (id, wrong[i])),
                abi.encodeWithSelector(ICourt.WrongHeader.selector, START_BLOCK + 4, expected, keccak256(wrong[i]))
            );
        }
        bytes memory padded = bytes.concat(right, hex"00");
        refuse(
            abi.encodeCall(ICourt.draw, (id, padded)),
            abi.encodeWithSelector(ICourt.WrongHeader.selector, START_BLOCK + 4, expected, keccak256(padded))
        );
    }

    /// Who does not like a draw can neither arm again nor choose another block; when he does not draw, anybody else does.
    function test_attack_rerolling_the_seed() public {
        uint256 id = open();
        arm(id);
        bytes memory header = seedWith(id, "not mine");
        bytes memory again = abi.encodeCall(ICourt.arm, (id));
        uint256[3] memory waits = [uint256(1), 100, 255];
        for (uint256 i; i < 3; ++i) {
            vm.roll(START_BLOCK + 5 + waits[i]);
            refuse(again, abi.encodeWithSelector(ICourt.SeedStillValid.selector, START_BLOCK + 4));
        }
        vm.prank(stranger);
        court.draw(id, header);
        refuse(again, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Arming, Phase.Commit));
    }

    /// Waiting changes nothing: the same block draws the same jury whoever draws it and when.
    function test_attack_grinding_by_waiting() public {
        uint256 id = open();
        arm(id);
        bytes memory header = seedWith(id, "r");
        uint256 snapshot = vm.snapshotState();
        court.draw(id, header);
        bytes32 soon = keccak256(abi.encode(court.juryOf(id, 0)));
        vm.revertToState(snapshot);
        vm.roll(START_BLOCK + 200);
        vm.warp(block.timestamp + 20 days);
        vm.prank(stranger);
        court.draw(id, header);
        vm.assertEq(keccak256(abi.encode(court.juryOf(id, 0))), soon);
    }

    /// A block that the chain has forgotten is replaced by one that nobody knows yet.
    function test_attack_missed_block() public {
        uint256 id = open();
        arm(id);
        bytes memory missed = seedWith(id, "r");
        replaceHistory();
        vm.roll(START_BLOCK + 4 + 300);
        refuse(
            abi.encodeCall(ICourt.draw, (id, missed)),
            abi.encodeWithSelector(ICourt.SeedMissed.selector, START_BLOCK + 4)
        );
        vm.prank(stranger);
        court.arm(id);
        refuse(
            abi.encodeCall(ICourt.arm, (id)),
            abi.encodeWithSelector(ICourt.SeedStillValid.selector, START_BLOCK + 308)
        );
        bytes memory header = seedWith(id, "next");
        court.draw(id, header);
        phaseIs(id, Phase.Commit);
    }

    /// The set is that of the term in which the block was fixed, whatever is elected afterwards.
    function test_attack_changing_the_set_between_seed_and_draw() public {
        uint256 id = open();
        arm(id);
        bytes memory header = seedWith(id, "r");
        uint256 snapshot = vm.snapshotState();
        court.draw(id, header);
        bytes32 before = keccak256(abi.encode(court.juryOf(id, 0)));
        vm.revertToState(snapshot);
        uint16[] memory cronies = new uint16[](3);
        (cronies[0], cronies[1], cronies[2]) = (1, 2, 3);
        seats.elect(TERM + 1, cronies);
        seats.setTerm(TERM + 1);
        seats.unbond(7);
        court.draw(id, header);
        vm.assertEq(keccak256(abi.encode(court.juryOf(id, 0))), before);
    }

    /// A party never sits, in whatever round.
    function test_attack_party_on_the_jury() public {
        for (uint16 i = 1; i <= 12; ++i) arbitrable.setParty(seats.accountOf(i), true);
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 1));
        appealTo(id, votes(7, 7, 2, 2));
        appeal(id);
        vm.assertEq(draw(id).length, 11);
        vm.assertEq(coinsOf(appellant), 4 * FEE);
        for (uint256 round; round < 3; ++round) {
            uint16[] memory jury = court.juryOf(id, round);
            for (uint256 i; i < jury.length; ++i) vm.assertGt(jury[i], 12);
        }
    }

    /// Whoever writes an arbitrable cannot leave two colluders and one victim to be drawn: what he says of parties counts for nothing.
    function test_attack_packing_the_jury_with_parties() public {
        PartisanArbitrable own = new PartisanArbitrable();
        for (uint16 victim = 3; victim <= 6; ++victim) {
            uint256 id = openFor(own);
            arm(id);
            bytes memory header = seedWith(id, keccak256(abi.encode(victim)));
            uint256 snapshot = vm.snapshotState();
            court.draw(id, header);
            bytes32 honest = keccak256(abi.encode(court.juryOf(id, 0)));
            vm.revertToState(snapshot);
            for (uint16 i = 3; i <= SEATS; ++i) own.setParty(seats.accountOf(i), i != victim);
            court.draw(id, header);
            vm.assertEq(keccak256(abi.encode(court.juryOf(id, 0))), honest);
        }
    }

    /// Who paid for an appeal judges neither it nor the one after it; the draw passes him over and is the same otherwise.
    function test_attack_appellant_on_the_jury() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 2));
        appealBy(id, 9);
        vm.assertGt(lookForPayers(id, 1, 9, 0), 0);
        draw(id);
        vote(id, votes(7, 7, 2, 2));
        appealBy(id, 5);
        vm.assertGt(lookForPayers(id, 2, 9, 5), 0);
    }

    function appealBy(uint256 id, uint16 candidateId) private {
        address payer = seats.accountOf(candidateId);
        vm.deal(payer, 1 ether);
        uint256 cost = court.appealCost(id, "");
        vm.prank(payer);
        court.appeal{value: cost}(id, "");
    }

    /// @return others How often candidate 1 sits, to whom nothing is wrong.
    function lookForPayers(uint256 id, uint256 round, uint16 one, uint16 other) private returns (uint256 others) {
        uint256 start = vm.snapshotState();
        arm(id);
        for (uint256 k; k < 20; ++k) {
            bytes memory header = seedWith(id, keccak256(abi.encode(k)));
            uint256 snapshot = vm.snapshotState();
            court.draw(id, header);
            uint16[] memory jury = court.juryOf(id, round);
            vm.assertEq(jury.length, round == 1 ? 7 : 15);
            for (uint256 i; i < jury.length; ++i) {
                vm.assertTrue(jury[i] != one && jury[i] != other);
                if (jury[i] == 1) ++others;
            }
            vm.revertToState(snapshot);
        }
        vm.revertToState(start);
    }

    /// A call that is given so little gas that the question for parties would fail is refused.
    function test_attack_party_on_the_jury_by_starving_the_question() public {
        for (uint16 i = 1; i <= 21; ++i) arbitrable.setParty(seats.accountOf(i), true);
        uint256 id = open();
        arm(id);
        bytes memory header = seedWith(id, "r");
        bytes memory data = abi.encodeCall(ICourt.draw, (id, header));
        uint256 snapshot = vm.snapshotState();
        uint256 refused;
        uint256 done;
        for (uint256 gasGiven = 60_000; gasGiven < 600_000; gasGiven += 15_000) {
            (bool success, bytes memory returned) = address(court).call{gas: gasGiven}(data);
            if (success) {
                ++done;
                uint16[] memory jury = court.juryOf(id, 0);
                vm.assertEq(jury.length, 3);
                for (uint256 i; i < 3; ++i) vm.assertGt(jury[i], 21);
                vm.revertToState(snapshot);
                snapshot = vm.snapshotState();
            } else if (bytes4(returned) == ICourt.GasTooLow.selector) {
                ++refused;
            }
        }
        vm.assertGt(refused, 0);
        vm.assertGt(done, 0);
    }

    /// Whatever an arbitrable answers to the question for parties, the draw comes to an end.
    function test_attack_arbitrable_burning_gas_and_lying() public {
        BadArbitrable.Manner[5] memory manners = [
            BadArbitrable.Manner.Reverts,
            BadArbitrable.Manner.BurnsGas,
            BadArbitrable.Manner.ReturnsNothing,
            BadArbitrable.Manner.ReturnsTooMuch,
            BadArbitrable.Manner.EveryoneIsParty
        ];
        for (uint256 i; i < 5; ++i) {
            bad.setManner(manners[i]);
            uint256 id = openFor(bad);
            arm(id);
            bytes memory header = seedWith(id, keccak256(abi.encode("r", i)));
            uint256 before = gasleft();
            court.draw(id, header);
            vm.assertLt(before - gasleft(), 3_000_000);
            // What fails is no; what answers yes to everything has a ruling of 0.
            vm.assertEq(court.juryOf(id, 0).length, i < 3 ? 3 : 0);
            phaseIs(id, i < 3 ? Phase.Commit : Phase.Final);
        }
        bad.setManner(BadArbitrable.Manner.Lies);
        uint256 lied = openFor(bad);
        draw(lied);
        vm.assertTrue(court.juryOf(lied, 0).length == 3 || court.roundOf(lied, 0).settled);
    }

    /* MONEY AND TIME */

    /// Jurors are paid whatever the arbitrable does with its ruling, which it gets when it takes it.
    function test_attack_reverting_arbitrable() public {
        bad.refuseRulings(true);
        uint256 id = openFor(bad);
        draw(id);
        vote(id, votes(1, 1, 2));
        toFinal(id);
        refuse(abi.encodeCall(ICourt.executeRuling, (id)), abi.encodeWithSelector(BadArbitrable.Refused.selector));
        court.settle(id, 0);
        court.withdraw(payable(jurorOn(id, 0, 0)));
        vm.assertEq(jurorOn(id, 0, 0).balance, (3 * FEE) / 2);
        bad.refuseRulings(false);
        court.executeRuling(id);
        vm.assertEq(bad.ruledTimes(id), 1);
    }

    /// A court that may slash no more pays jurors and appellants all the same; a seat that lost loses nothing.
    function test_attack_locking_fees_by_withdrawing_the_court() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 2));
        appealTo(id, votes(7, 5, 2, 1));
        toFinal(id);
        seats.appointCourt(address(0xDEAD));
        uint16 loser = court.juryOf(id, 0)[0];
        vm.expectEmit(address(court));
        emit ICourt.SeatPenalised(id, 0, 0, loser, false, 0);
        court.settle(id, 0);
        court.settle(id, 1);
        vm.assertEq(coinsOf(appellant), 7 * FEE);
        vm.assertEq(ctt.balanceOf(address(court)), 0);
        vm.assertEq(seats.bondOf(loser), BOND);
        for (uint16 i = 1; i <= SEATS; ++i) {
            if (coinsOf(seats.accountOf(i)) > 0) court.withdraw(payable(seats.accountOf(i)));
        }
        court.withdraw(payable(appellant));
        vm.assertEq(address(court).balance, 0);
    }

    /// Nor does an arbitrable without code hold up anything: nobody can tell it its ruling, and everybody is paid.
    function test_attack_arbitrable_without_code() public {
        vm.prank(appellant);
        uint256 id = court.createDispute{value: 3 * FEE}(CHOICES, "");
        draw(id);
        vote(id, votes(1, 2, 3));
        toFinal(id);
        refuse(abi.encodeCall(ICourt.executeRuling, (id)), "");
        court.settle(id, 0);
        vm.assertEq(coinsOf(appellant), 3 * FEE);
    }

    /// A jury that never votes is passed over: the ruling is 0, its payer has his fees, and the jurors lose.
    function test_attack_jury_that_never_votes() public {
        uint256 id = openAndDraw();
        vm.warp(block.timestamp + 3 days + 2 days);
        phaseIs(id, Phase.Appeal);
        vm.warp(block.timestamp + 3 days);
        court.executeRuling(id);
        vm.assertEq(arbitrable.rulingOf(id), 0);
        vm.assertEq(arbitrable.ruledTimes(id), 1);
        court.settle(id, 0);
        vm.assertEq(coinsOf(address(arbitrable)), 3 * FEE);
        (, uint256 tokens) = court.treasuryBalance();
        vm.assertEq(tokens, 3 * SILENT_COST);
    }

    /// An appeal in the last second counts, one in the next does not, and no ruling comes between.
    function test_attack_appeal_in_the_last_second() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 2));
        (, uint48 endsAt) = court.phaseOf(id);
        vm.warp(endsAt - 1);
        refuse(
            abi.encodeCall(ICourt.executeRuling, (id)),
            abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Final, Phase.Appeal)
        );
        uint256 snapshot = vm.snapshotState();
        appeal(id);
        vm.warp(endsAt);
        refuse(
            abi.encodeCall(ICourt.executeRuling, (id)),
            abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Final, Phase.Arming)
        );
        draw(id);
        vote(id, votes(7, 4, 2, 1));
        vm.assertEq(court.currentRuling(id), 2);
        // The other side has the whole window again.
        phaseIs(id, Phase.Appeal);
        vm.revertToState(snapshot);
        vm.warp(endsAt);
        assertRefused(
            appellant,
            address(court),
            14 * FEE,
            abi.encodeCall(IArbitrator.appeal, (id, "")),
            abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Appeal, Phase.Final)
        );
        court.executeRuling(id);
    }

    /// A self-bond that was slashed away elsewhere gives what it has, and the others are paid.
    function test_attack_slash_larger_than_the_bond() public {
        uint16 poor = seats.add(address(0xBAD), INCOHERENT / 3);
        uint16[] memory ids = new uint16[](3);
        (ids[0], ids[1], ids[2]) = (poor, 1, 2);
        seats.elect(TERM, ids);
        uint256 id = openAndDraw();
        uint256 seat;
        while (court.juryOf(id, 0)[seat] != poor) ++seat;
        vote(id, votes(seat == 0 ? 2 : 1, seat == 1 ? 2 : 1, seat == 2 ? 2 : 1));
        toFinal(id);
        court.settle(id, 0);
        vm.assertEq(seats.bondOf(poor), 0);
        vm.assertEq(ctt.balanceOf(address(court)), INCOHERENT / 3);
        vm.assertEq(tokensOf(address(0x10001)) + tokensOf(address(0x10002)), INCOHERENT / 3);
    }

    /// Who leaves before the judgment loses from what is unbonding.
    function test_attack_exit_before_judgment() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 2));
        uint16 liar = court.juryOf(id, 0)[2];
        seats.unbond(liar);
        toFinal(id);
        court.settle(id, 0);
        vm.assertEq(seats.unbondingOf(liar), BOND - INCOHERENT);
    }

    /// Any number of disputes costs others nothing: no step of one depends on how many there are.
    function test_attack_spam_of_disputes() public {
        uint256 id = open();
        arm(id);
        bytes memory header = seedWith(id, "r");
        uint256 snapshot = vm.snapshotState();
        uint256 before = gasleft();
        court.draw(id, header);
        uint256 alone = before - gasleft();
        vm.revertToState(snapshot);
        for (uint256 i; i < 300; ++i) open();
        vm.assertEq(address(court).balance, 301 * 3 * FEE);
        before = gasleft();
        court.draw(id, header);
        vm.assertApproxEqAbs(before - gasleft(), alone, 20_000);
        vote(id, votes(1, 1, 1));
        toFinal(id);
        court.executeRuling(id);
    }

    /// From within its ruling an arbitrable cannot have it again, settle twice or take what is not its own.
    function test_attack_reentrancy_through_rule() public {
        bytes[3] memory calls = [
            abi.encodeCall(ICourt.executeRuling, (1)),
            abi.encodeCall(ICourt.settle, (1, 0)),
            abi.encodeCall(ICourt.withdraw, (payable(address(bad))))
        ];
        uint256 id = openFor(bad);
        draw(id);
        vote(id, votes(1, 1, 1));
        toFinal(id);
        for (uint256 i; i < 3; ++i) {
            uint256 snapshot = vm.snapshotState();
            bad.reenter(address(court), calls[i]);
            court.executeRuling(id);
            vm.assertEq(bad.ruledTimes(id), 1);
            // A settlement in between is as good as one before or after.
            vm.assertEq(bad.succeeded(), i == 1);
            if (i != 1) court.settle(id, 0);
            for (uint256 seat; seat < 3; ++seat) court.withdraw(payable(jurorOn(id, 0, seat)));
            vm.assertEq(address(court).balance, 0);
            vm.revertToState(snapshot);
        }
    }

    function test_attack_reentrancy_through_withdrawals() public {
        Reentrant thief = new Reentrant();
        vm.deal(address(thief), 4 * FEE);
        vm.prank(address(thief));
        court.createDispute{value: 4 * FEE}(1, "");
        open();
        thief.arm(address(court), abi.encodeCall(ICourt.withdraw, (payable(address(thief)))));
        court.withdraw(payable(address(thief)));
        vm.assertEq(thief.received(), FEE);
        vm.assertEq(thief.tries(), 1);
        vm.assertFalse(thief.succeeded());
        vm.assertEq(address(court).balance, 6 * FEE);
    }

    /// Coins that are forced upon the court, or tokens given to it, change nobody's share.
    function test_attack_gifts() public {
        uint256 id = judge(votes(1, 1, 2));
        vm.deal(address(court), address(court).balance + 5 ether);
        ctt.mint(address(court), 7e18);
        court.settle(id, 0);
        for (uint256 seat; seat < 2; ++seat) court.withdraw(payable(jurorOn(id, 0, seat)));
        vm.assertEq(address(court).balance, 5 ether);
        vm.assertEq(ctt.balanceOf(address(court)), 7e18);
    }

    /// {multicall} cannot pay once for two disputes.
    function test_attack_paying_once_in_a_multicall() public {
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(IArbitrator.createDispute, (1, ""));
        calls[1] = calls[0];
        (bool success, ) = address(court).call{value: 3 * FEE}(abi.encodeCall(court.multicall, (calls)));
        vm.assertFalse(success);
        refuse(
            abi.encodeCall(court.multicall, (calls)),
            abi.encodeWithSelector(ICourt.ArbitrationUnderpaid.selector, 0, 3 * FEE)
        );
    }

    /// An appeal for the same ruling loses its bond to the jurors who see it so.
    function test_attack_bond_does_not_come_back_for_the_same_ruling() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 1));
        appealTo(id, votes(7, 7, 1, 1));
        toFinal(id);
        uint256 before = coinsOf(appellant);
        court.settle(id, 0);
        court.settle(id, 1);
        vm.assertEq(coinsOf(appellant), before);
    }
}
