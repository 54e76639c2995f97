// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IQualityModels} from "../../contracts/models/IQualityModels.sol";
import {CommuneTest} from "../support/CommuneTest.sol";
import {vm} from "../support/Vm.sol";

/// @notice Cases about models and what a court does to them. The contract for disputes is a plain account here.
contract CondemningModelsTest is CommuneTest {
    address private constant DISPUTES = address(0xD15);
    address private constant NEXT = address(0xD16);
    uint96 private constant BOND = 200e6;

    uint32 private modelId;

    function setUp() public override {
        super.setUp();
        modelId = publishModel();
        models.appointDisputes(DISPUTES);
    }

    function test_holdBond_countsCases() public {
        vm.expectEmit(true, true, true, true, address(models));
        emit IQualityModels.ModelBondHeld(modelId, DISPUTES, 1);
        hold();
        hold();
        vm.expectEmit(true, true, true, true, address(models));
        emit IQualityModels.ModelBondReleased(modelId, DISPUTES, 1);
        release();
        release();
        vm.prank(DISPUTES);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NoCase.selector, modelId, DISPUTES));
        models.releaseBond(modelId);
    }

    function testFuzz_holdBond_byTheAppointedOnly(address caller) public {
        vm.assume(caller != DISPUTES);
        vm.startPrank(caller);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NotDisputes.selector, caller, DISPUTES));
        models.holdBond(modelId);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NoCase.selector, modelId, caller));
        models.releaseBond(modelId);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NoCase.selector, modelId, caller));
        models.condemn(modelId);
        vm.stopPrank();
    }

    function test_holdBond_refusesAnUnknownModel() public {
        vm.prank(DISPUTES);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.UnknownModel.selector, 9));
        models.holdBond(9);
    }

    function test_withdrawBond_waitsForTheCases() public {
        hold();
        vm.startPrank(expert);
        models.retire(modelId);
        toEpoch(26);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.CasesOpen.selector, modelId, 1));
        models.withdrawBond(modelId);
        vm.stopPrank();
        release();
        vm.prank(expert);
        models.withdrawBond(modelId);
        vm.assertEq(asset.balanceOf(address(models)), 0);
    }

    function test_condemn_retiresAndTakesTheBond() public {
        hold();
        vm.expectEmit(true, true, true, true, address(models));
        emit IQualityModels.ModelRetired(modelId, 26);
        vm.expectEmit(true, true, true, true, address(models));
        emit IQualityModels.ModelCondemned(modelId, DISPUTES, BOND);
        vm.assertEq(condemn(), BOND);
        vm.assertEq(asset.balanceOf(DISPUTES), BOND);
        vm.assertFalse(models.isActive(modelId));
        vm.assertEq(condemn(), 0);
        release();
        // Nothing is left to be withdrawn.
        toEpoch(26);
        vm.prank(expert);
        models.withdrawBond(modelId);
        vm.assertEq(asset.balanceOf(address(models)), 0);
    }

    function test_condemn_leavesTheTermOfARetiredOne() public {
        vm.prank(expert);
        models.retire(modelId);
        toEpoch(3);
        hold();
        vm.assertEq(condemn(), BOND);
        (uint96 bond, uint32 freeFrom) = models.bondOf(modelId);
        vm.assertEq(bond, 0);
        vm.assertEq(freeFrom, 26);
    }

    function test_appointDisputes_openCasesStay() public {
        hold();
        models.appointDisputes(NEXT);
        vm.assertEq(models.disputes(), NEXT);
        vm.prank(NEXT);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NoCase.selector, modelId, NEXT));
        models.condemn(modelId);
        vm.assertEq(condemn(), BOND);
        release();
    }

    function testFuzz_appointDisputes_governanceOnly(address caller) public {
        vm.assume(caller != address(this));
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        models.appointDisputes(caller);
        vm.expectEmit(true, true, true, true, address(models));
        emit IQualityModels.DisputesAppointed(caller);
        models.appointDisputes(caller);
    }

    function hold() private {
        vm.prank(DISPUTES);
        models.holdBond(modelId);
    }

    function release() private {
        vm.prank(DISPUTES);
        models.releaseBond(modelId);
    }

    function condemn() private returns (uint256) {
        vm.prank(DISPUTES);
        return models.condemn(modelId);
    }
}
