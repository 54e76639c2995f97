// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrable} from "@kleros/erc-792/contracts/IArbitrable.sol";
import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {DisputeInfo, ICourt, Phase, RoundInfo} from "../../contracts/court/ICourt.sol";
import {PartisanArbitrable, PlainArbitrable} from "../support/Arbitrables.sol";
import {CourtTest} from "../support/CourtTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Disputes are opened by whoever pays.
contract OpeningTest is CourtTest {
    function test_open_emits_and_stores() public {
        vm.expectEmit(address(court));
        emit IArbitrator.DisputeCreation(1, IArbitrable(address(arbitrable)));
        vm.expectEmit(address(court));
        emit ICourt.DisputeOpened(1, uint8(CHOICES), 1, true, uint48(START + 2 days));
        vm.assertEq(open(), 1);

        DisputeInfo memory info = court.disputeOf(1);
        vm.assertEq(info.arbitrable, address(arbitrable));
        vm.assertEq(info.openedAt, START);
        vm.assertEq(info.choices, CHOICES);
        vm.assertEq(info.version, 1);
        vm.assertEq(info.lastRound, 0);
        vm.assertTrue(info.namesConflicts);
        vm.assertFalse(info.ruled);
        RoundInfo memory round = court.roundOf(1, 0);
        vm.assertEq(round.payer, address(arbitrable));
        vm.assertEq(round.size, 0);
        vm.assertEq(court.roundOf(1, 1).payer, address(0));
        vm.assertEq(address(court).balance, 3 * FEE);
        vm.assertEq(court.disputeCount(), 1);
    }

    function test_ids_are_dense() public {
        for (uint256 id = 1; id < 5; ++id) vm.assertEq(open(), id);
    }

    /// Only an arbitrable that the court trusts is asked for parties, and a dispute keeps what held at its creation.
    function test_trust_is_fixed_at_creation() public {
        PartisanArbitrable other = new PartisanArbitrable();
        openFor(other);
        court.trustArbitrable(address(other), true);
        openFor(other);
        court.trustArbitrable(address(other), false);
        openFor(other);
        vm.assertFalse(court.disputeOf(1).namesConflicts);
        vm.assertTrue(court.disputeOf(2).namesConflicts);
        vm.assertFalse(court.disputeOf(3).namesConflicts);
        for (uint16 i = 1; i <= SEATS; ++i) other.setParty(seats.accountOf(i), true);
        for (uint256 id = 1; id <= 3; ++id) vm.assertEq(draw(id).length, id == 2 ? 0 : 3);
    }

    /// Trust without ERC-165 names nobody.
    function test_trusted_without_conflicts() public {
        PlainArbitrable plain = new PlainArbitrable();
        court.trustArbitrable(address(plain), true);
        openFor(plain);
        vm.assertFalse(court.disputeOf(1).namesConflicts);
    }

    /// An arbitrable without ERC-165 names nobody; so does an account without code.
    function test_open_by_others() public {
        openFor(new PlainArbitrable());
        vm.assertFalse(court.disputeOf(1).namesConflicts);
        vm.prank(appellant);
        court.createDispute{value: 3 * FEE}(1, "");
        vm.assertFalse(court.disputeOf(2).namesConflicts);
        vm.assertEq(court.disputeOf(2).arbitrable, appellant);
    }

    function testFuzz_cost_of_arbitration_whatever_the_extra_data(bytes calldata extraData) public view {
        vm.assertEq(court.arbitrationCost(extraData), 3 * FEE);
    }

    function testFuzz_overpaid_waits_for_the_payer(uint96 excess) public {
        vm.deal(appellant, 3 * FEE + uint256(excess));
        if (excess > 0) {
            vm.expectEmit(address(court));
            emit ICourt.Refunded(1, appellant, excess);
        }
        vm.prank(appellant);
        court.createDispute{value: 3 * FEE + uint256(excess)}(2, "");
        vm.assertEq(coinsOf(appellant), excess);
    }

    function testFuzz_underpaid_is_refused(uint256 value) public {
        value = bound(value, 0, 3 * FEE - 1);
        assertRefused(
            appellant,
            address(court),
            value,
            abi.encodeCall(IArbitrator.createDispute, (2, "")),
            abi.encodeWithSelector(ICourt.ArbitrationUnderpaid.selector, value, 3 * FEE)
        );
    }

    function testFuzz_choices(uint256 choices) public {
        bool fits = choices > 0 && choices <= 253;
        if (!fits) vm.expectRevert(abi.encodeWithSelector(ICourt.InvalidChoices.selector, choices));
        arbitrable.open{value: 3 * FEE}(court, choices);
        if (fits) vm.assertEq(court.disputeOf(1).choices, choices);
    }

    function test_choices_at_the_ends() public {
        uint256[2] memory good = [uint256(1), 253];
        for (uint256 i; i < 2; ++i) arbitrable.open{value: 3 * FEE}(court, good[i]);
        uint256[2] memory bad = [uint256(0), 254];
        for (uint256 i; i < 2; ++i) {
            assertRefused(
                appellant,
                address(court),
                3 * FEE,
                abi.encodeCall(IArbitrator.createDispute, (bad[i], "")),
                abi.encodeWithSelector(ICourt.InvalidChoices.selector, bad[i])
            );
        }
    }

    function test_evidence_lasts_its_window() public {
        open();
        (Phase phase, uint48 endsAt) = court.phaseOf(1);
        vm.assertEq(uint256(phase), uint256(Phase.Evidence));
        vm.assertEq(endsAt, START + 2 days);
        vm.warp(START + 2 days - 1);
        refuse(
            abi.encodeCall(ICourt.arm, (1)),
            abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Arming, Phase.Evidence)
        );
        vm.warp(START + 2 days);
        (phase, endsAt) = court.phaseOf(1);
        vm.assertEq(uint256(phase), uint256(Phase.Arming));
        vm.assertEq(endsAt, 0);
        vm.assertEq(uint256(court.disputeStatus(1)), uint256(IArbitrator.DisputeStatus.Waiting));
    }

    function test_unknown_disputes() public {
        open();
        bytes[] memory calls = new bytes[](17);
        calls[0] = abi.encodeCall(ICourt.arm, (2));
        calls[1] = abi.encodeCall(ICourt.draw, (2, ""));
        calls[2] = abi.encodeCall(ICourt.commit, (2, 0, 0, bytes32(0)));
        calls[3] = abi.encodeCall(ICourt.reveal, (2, 0, 0, 0, bytes32(0)));
        calls[4] = abi.encodeCall(ICourt.executeRuling, (2));
        calls[5] = abi.encodeCall(ICourt.settle, (2, 0));
        calls[6] = abi.encodeCall(IArbitrator.appeal, (2, ""));
        calls[7] = abi.encodeCall(IArbitrator.appealCost, (2, ""));
        calls[8] = abi.encodeCall(IArbitrator.appealPeriod, (2));
        calls[9] = abi.encodeCall(IArbitrator.disputeStatus, (2));
        calls[10] = abi.encodeCall(IArbitrator.currentRuling, (2));
        calls[11] = abi.encodeCall(ICourt.disputeOf, (2));
        calls[12] = abi.encodeCall(ICourt.roundOf, (2, 0));
        calls[13] = abi.encodeCall(ICourt.juryOf, (2, 0));
        calls[14] = abi.encodeCall(ICourt.phaseOf, (2));
        calls[15] = abi.encodeCall(ICourt.commitmentOf, (2, 0, 0));
        calls[16] = abi.encodeCall(ICourt.disputeOf, (0));
        for (uint256 i; i < calls.length; ++i) {
            refuse(calls[i], abi.encodeWithSelector(ICourt.UnknownDispute.selector, i == 16 ? 0 : 2));
        }
    }

    function test_coins_without_a_dispute_are_refused() public {
        (bool success, ) = address(court).call{value: 1}("");
        vm.assertFalse(success);
    }
}
