// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrable} from "@kleros/erc-792/contracts/IArbitrable.sol";
import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {DisputeInfo, ICourt, Phase, RoundInfo} from "../../contracts/court/ICourt.sol";
import {CourtTest} from "../support/CourtTest.sol";
import {Vm, bound, vm} from "../support/Vm.sol";

/// @notice From three to seven to fifteen.
contract AppealingTest is CourtTest {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = openAndDraw();
    }

    function test_appeal_emits_and_stores() public {
        vote(id, votes(1, 1, 2));
        vm.expectEmit(address(court));
        emit IArbitrator.AppealDecision(id, IArbitrable(address(arbitrable)));
        vm.expectEmit(address(court));
        emit ICourt.Appealed(id, 1, appellant, 7 * FEE, 7 * FEE);
        appeal(id);
        DisputeInfo memory info = court.disputeOf(id);
        vm.assertEq(info.lastRound, 1);
        RoundInfo memory round = court.roundOf(id, 1);
        vm.assertEq(round.payer, appellant);
        vm.assertEq(round.bond, 7 * FEE);
        vm.assertEq(address(court).balance, 17 * FEE);
        phaseIs(id, Phase.Arming);
        vm.assertEq(court.currentRuling(id), 0);
    }

    /// Where the window for revelations ran out, nobody could say before that the ruling can be appealed.
    function test_appeal_possible_is_said_once() public {
        vm.recordLogs();
        vote(id, votes(1, 1, 2));
        appeal(id);
        vm.assertEq(timesPossible(), 1);
        draw(id);
        vm.recordLogs();
        uint8[] memory choices = votes(7, 7, 1, 1);
        choices[6] = SEALED;
        vote(id, choices);
        vm.assertEq(timesPossible(), 0);
        vm.expectEmit(address(court));
        emit IArbitrator.AppealPossible(id, IArbitrable(address(arbitrable)));
        vm.expectEmit(address(court));
        emit IArbitrator.AppealDecision(id, IArbitrable(address(arbitrable)));
        appeal(id);
    }

    function timesPossible() private returns (uint256 times) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == IArbitrator.AppealPossible.selector) ++times;
        }
    }

    function test_costs_and_sizes() public {
        vm.assertEq(court.appealCost(id, "anything"), 14 * FEE);
        vote(id, votes(1, 1, 2));
        appeal(id);
        vm.assertEq(court.appealCost(id, ""), 30 * FEE);
        vm.assertEq(draw(id).length, 7);
        vote(id, votes(7, 4, 2, 1));
        vm.assertEq(court.currentRuling(id), 2);
        appeal(id);
        vm.assertEq(court.appealCost(id, ""), type(uint256).max / 2);
        vm.assertEq(draw(id).length, 15);
        vote(id, votes(15, 8, 3, 2));
        vm.assertEq(court.currentRuling(id), 3);
        phaseIs(id, Phase.Final);
        refuse(
            abi.encodeCall(IArbitrator.appeal, (id, "")),
            abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Appeal, Phase.Final)
        );
        (uint256 start, uint256 end) = court.appealPeriod(id);
        vm.assertEq(start + end, 0);
        vm.assertEq(address(court).balance, 47 * FEE);
    }

    /// The fifteenth revelation ends the dispute: nothing can be appealed any more.
    function test_last_round_ends_with_the_last_revelation() public {
        vote(id, votes(1, 1, 2));
        appealTo(id, votes(7, 7, 2, 2));
        appeal(id);
        draw(id);
        for (uint256 seat; seat < 15; ++seat) commit(id, 2, seat, 1);
        for (uint256 seat; seat < 14; ++seat) reveal(id, 2, seat, 1);
        phaseIs(id, Phase.Reveal);
        vm.recordLogs();
        reveal(id, 2, 14, 1);
        vm.assertEq(vm.getRecordedLogs().length, 2);
        (Phase phase, uint48 endsAt) = court.phaseOf(id);
        vm.assertEq(uint256(phase), uint256(Phase.Final));
        vm.assertEq(endsAt, block.timestamp);
    }

    function testFuzz_underpaid(uint256 value) public {
        vote(id, votes(1, 1, 2));
        value = bound(value, 0, 14 * FEE - 1);
        assertRefused(
            appellant,
            address(court),
            value,
            abi.encodeCall(IArbitrator.appeal, (id, "")),
            abi.encodeWithSelector(ICourt.ArbitrationUnderpaid.selector, value, 14 * FEE)
        );
    }

    function test_overpaid_waits() public {
        vote(id, votes(1, 1, 2));
        vm.prank(appellant);
        court.appeal{value: 15 * FEE}(id, "");
        vm.assertEq(coinsOf(appellant), FEE);
    }

    function test_appeal_in_other_phases() public {
        bytes memory data = abi.encodeCall(IArbitrator.appeal, (id, ""));
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Appeal, Phase.Commit));
        (uint256 start, uint256 end) = court.appealPeriod(id);
        vm.assertEq(start + end, 0);
        vote(id, votes(1, 1, 2));
        vm.assertEq(uint256(court.disputeStatus(id)), uint256(IArbitrator.DisputeStatus.Appealable));
        (start, end) = court.appealPeriod(id);
        vm.assertEq(end - start, 3 days);
        toFinal(id);
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Appeal, Phase.Final));
        (uint256 sameStart, uint256 sameEnd) = court.appealPeriod(id);
        vm.assertEq(sameStart, start);
        vm.assertEq(sameEnd, end);
    }

    /// Votes of earlier rounds are over when an appeal is voted on.
    function test_rounds_do_not_mix() public {
        commit(id, 0, 0, 1);
        vm.warp(block.timestamp + 5 days);
        phaseIs(id, Phase.Appeal);
        appeal(id);
        draw(id);
        phaseIs(id, Phase.Commit);
        refuse(
            jurorOn(id, 0, 1),
            abi.encodeCall(ICourt.commit, (id, 0, 1, "c")),
            abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Commit, Phase.Appeal)
        );
        refuse(
            abi.encodeCall(ICourt.reveal, (id, 0, 0, 1, saltOf(id, 0, 0))),
            abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Reveal, Phase.Appeal)
        );
    }

    /// The appeal's jury sits in the term in which it is armed.
    function test_appeal_is_judged_by_the_term_it_is_armed_in() public {
        vote(id, votes(1, 1, 2));
        appeal(id);
        uint16[] memory ids = new uint16[](7);
        for (uint16 i; i < 7; ++i) ids[i] = 10 + i;
        seats.elect(TERM + 1, ids);
        seats.setTerm(TERM + 1);
        uint16[] memory jury = draw(id);
        vm.assertEq(court.roundOf(id, 1).term, TERM + 1);
        for (uint256 i; i < 7; ++i) vm.assertTrue(jury[i] >= 10 && jury[i] < 17);
    }
}
