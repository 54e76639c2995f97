// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ICommodities, LotState, Standing} from "../../contracts/commodities/ICommodities.sol";
import {CommoditiesTest} from "../support/CommoditiesTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract BondsTest is CommoditiesTest {
    uint32 private constant DELAY = 8;

    /* TOPPING UP */

    function testFuzz_topUpBond_byAnyone(address payer, uint96 amount) public {
        vm.assume(payer != address(0) && payer.code.length == 0);
        amount = uint96(bound(amount, 0, type(uint96).max - BOND));
        fund(payer);
        uint256 before = asset.balanceOf(payer);
        vm.expectEmit(address(commodities));
        emit ICommodities.BondChanged(commodityId, uint256(BOND) + amount);
        vm.prank(payer);
        commodities.topUpBond(commodityId, amount);
        vm.assertEq(bondOf(commodityId), uint256(BOND) + amount);
        vm.assertEq(asset.balanceOf(payer), before - amount);
        vm.assertEq(asset.balanceOf(address(commodities)), uint256(BOND) + amount);
    }

    function test_topUpBond_refusesOverflow() public changesNothing {
        vm.prank(producer);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        commodities.topUpBond(commodityId, type(uint96).max);
    }

    function test_topUpBond_refusesARetiredCommodity() public {
        _retire();
        bytes32 before = fingerprint();
        vm.prank(producer);
        vm.expectRevert(abi.encodeWithSelector(ICommodities.CommodityIsRetired.selector, commodityId));
        commodities.topUpBond(commodityId, 1);
        vm.assertEq(fingerprint(), before);
    }

    function test_topUpBond_refusesWithoutMoney() public changesNothing {
        vm.prank(STRANGER);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(commodities), 0, 5)
        );
        commodities.topUpBond(commodityId, 5);
    }

    /* RETIRING */

    function test_retire_endsTheCommodity() public {
        vm.expectEmit(address(commodities));
        emit ICommodities.CommodityRetired(commodityId);
        _retire();
        vm.assertTrue(commodities.commodityOf(commodityId).retired);
        vm.assertEq(bondOf(commodityId), BOND);
    }

    function test_retire_refusesTwice() public {
        _retire();
        bytes32 before = fingerprint();
        vm.prank(producer);
        vm.expectRevert(abi.encodeWithSelector(ICommodities.CommodityIsRetired.selector, commodityId));
        commodities.retire(commodityId);
        vm.assertEq(fingerprint(), before);
    }

    function testFuzz_retire_refusesOthers(address caller) public changesNothing {
        vm.assume(caller != producer);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ICommodities.NotProducer.selector, commodityId, caller));
        commodities.retire(commodityId);
    }

    /* WITHDRAWING */

    function test_withdrawBond_atOnceWithoutLots() public {
        _retire();
        _withdraws(BOND);
    }

    function testFuzz_withdrawBond_afterTheDelay(uint8 epochs, uint32 waited) public {
        epochs = uint8(bound(epochs, 1, 8));
        offerLot(commodityId, "L", START, epochs);
        _retire();
        toEpoch(uint32(bound(waited, START + epochs + 3 + DELAY, 10_000)));
        _withdraws(BOND + CHARGE);
        // Nothing is left for a second time.
        _withdraws(0);
    }

    function test_withdrawBond_paysToppedUpAndChargedBonds() public {
        uint32 lotId = anyLot(START);
        vm.prank(STRANGER);
        asset.approve(address(commodities), 7);
        asset.drip(STRANGER, 7);
        vm.prank(STRANGER);
        commodities.topUpBond(commodityId, 7);
        conclude(lotId, LotState.Suspended);
        _retire();
        toEpoch(START + 4 + DELAY);
        _withdraws(BOND + 7);
    }

    function test_withdrawBond_leavesOtherBondsAlone() public {
        uint32 other = listCommodity(modelId);
        _retire();
        _withdraws(BOND);
        vm.assertEq(bondOf(other), BOND);
        vm.assertEq(asset.balanceOf(address(commodities)), BOND);
    }

    function testFuzz_withdrawBond_refusesDuringTheDelay(uint8 epochs, uint256 time) public {
        epochs = uint8(bound(epochs, 1, 8));
        offerLot(commodityId, "L", START, epochs);
        _retire();
        uint32 freeFrom = START + epochs + 3 + DELAY;
        vm.warp(bound(time, models.epochStart(START), models.epochStart(freeFrom) - 1));
        _refuses(
            producer,
            abi.encodeWithSelector(ICommodities.BondLocked.selector, commodityId, freeFrom, commodities.currentEpoch())
        );
    }

    function testFuzz_withdrawBond_refusesUnlessRetired(bool withLot, uint32 epoch) public {
        if (withLot) anyLot(START);
        epoch = uint32(bound(epoch, START, 10_000));
        toEpoch(epoch);
        uint32 freeFrom = withLot ? START + 4 + DELAY : 0;
        _refuses(producer, abi.encodeWithSelector(ICommodities.BondLocked.selector, commodityId, freeFrom, epoch));
    }

    function testFuzz_withdrawBond_refusesOthers(address caller) public {
        vm.assume(caller != producer);
        _retire();
        _refuses(caller, abi.encodeWithSelector(ICommodities.NotProducer.selector, commodityId, caller));
    }

    /* CHARGE */

    function testFuzz_concludeSealed_chargesThePartOfTheRequiredBond(uint96 required, uint16 bps) public {
        required = uint96(bound(required, 1e6, BOND));
        bps = uint16(bound(bps, 1_000, 10_000));
        commodities.setBondRequired(required);
        commodities.setUnsealCharge(bps);
        uint32 lotId = anyLot(START);
        uint256 bond = bondOf(commodityId);
        // What governance decides later is for later lots.
        commodities.setBondRequired(1_000_000e6);
        commodities.setUnsealCharge(10_000);
        uint256 charge = (uint256(required) * bps) / 10_000;
        vm.assertEq(uint256(commodities.lotOf(lotId).sealCharge), charge);
        vm.assertEq(uint256(commodities.commodityOf(commodityId).pledged), charge);
        uint256 before = asset.balanceOf(address(evaluations));
        vm.expectEmit(address(commodities));
        emit ICommodities.BondChanged(commodityId, bond - charge);
        vm.expectEmit(address(commodities));
        emit ICommodities.LotSuspended(lotId, commodityId, charge);
        vm.prank(address(evaluations));
        vm.assertEq(commodities.concludeSealed(lotId), charge);
        vm.assertEq(bondOf(commodityId), bond - charge);
        vm.assertGe(bondOf(commodityId), required);
        vm.assertEq(asset.balanceOf(address(evaluations)), before + charge);
        vm.assertEq(asset.balanceOf(address(commodities)), bond - charge);
        vm.assertTrue(stateOf(lotId) == LotState.Suspended);
        vm.assertTrue(commodities.standingOf(commodityId) == Standing.Flagged);
        vm.assertEq(uint256(commodities.commodityOf(commodityId).pledged), 0);
    }

    /// @dev On top of what is required, the bond holds a charge for every open lot: one more needs more bond or a finished round.
    function test_offer_needsABondThatCoversTheSealOfEveryOpenLot() public {
        vm.prank(producer);
        commodities.topUpBond(commodityId, 4 * CHARGE);
        uint32[4] memory lots;
        for (uint256 i; i < 4; ++i) lots[i] = anyLot(START);
        bytes20 code = freshCode();
        bytes memory refusal = abi.encodeWithSelector(
            ICommodities.BondTooLow.selector,
            commodityId,
            BOND + 4 * CHARGE,
            BOND + 5 * CHARGE
        );
        vm.prank(producer);
        vm.expectRevert(refusal);
        commodities.offer(lotOffer(commodityId, code, START, 1));
        conclude(lots[0], LotState.Trusted);
        anyLot(START);
        vm.prank(producer);
        vm.expectRevert(refusal);
        commodities.offer(lotOffer(commodityId, code, START, 1));
        vm.prank(producer);
        commodities.topUpBond(commodityId, CHARGE);
        anyLot(START);
        vm.assertEq(uint256(commodities.commodityOf(commodityId).pledged), 5 * uint256(CHARGE));
    }

    function test_concludeSealed_everyOpenLotCanBeCharged() public {
        uint32[4] memory lots;
        for (uint256 i; i < 4; ++i) lots[i] = anyLot(START);
        for (uint256 i; i < 4; ++i) conclude(lots[i], LotState.Suspended);
        // What a court can take is left.
        vm.assertEq(bondOf(commodityId), BOND);
        vm.assertEq(asset.balanceOf(address(evaluations)), 4 * CHARGE);
        vm.assertEq(uint256(commodities.commodityOf(commodityId).pledged), 0);
    }

    /// @dev The bond left while nobody concluded the lot.
    function test_concludeSealed_afterTheBondLeftChargesNothing() public {
        uint32 lotId = anyLot(START);
        _retire();
        toEpoch(START + 4 + DELAY);
        _withdraws(BOND + CHARGE);
        conclude(lotId, LotState.Suspended);
        vm.assertEq(asset.balanceOf(address(evaluations)), 0);
    }

    /* HELPERS */

    function _retire() private {
        vm.prank(producer);
        commodities.retire(commodityId);
    }

    function _withdraws(uint256 amount) private {
        uint256 before = asset.balanceOf(producer);
        uint256 held = asset.balanceOf(address(commodities));
        vm.expectEmit(address(commodities));
        emit ICommodities.BondChanged(commodityId, 0);
        vm.prank(producer);
        commodities.withdrawBond(commodityId);
        vm.assertEq(asset.balanceOf(producer), before + amount);
        vm.assertEq(asset.balanceOf(address(commodities)), held - amount);
        vm.assertEq(bondOf(commodityId), 0);
    }

    function _refuses(address caller, bytes memory expected) private {
        bytes32 before = fingerprint();
        vm.prank(caller);
        vm.expectRevert(expected);
        commodities.withdrawBond(commodityId);
        vm.assertEq(fingerprint(), before);
    }
}
