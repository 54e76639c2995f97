// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {CommoditiesTest} from "../support/CommoditiesTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract CommoditiesGovernanceTest is CommoditiesTest {
    function testFuzz_appointEvaluations_countsForLotsFromNowOn(address successor) public {
        vm.assume(successor != address(0));
        uint32 running = anyLot(START);
        vm.expectEmit(address(commodities));
        emit ICommodities.EvaluationsAppointed(successor);
        commodities.appointEvaluations(successor);
        vm.assertEq(commodities.evaluations(), successor);
        vm.assertEq(commodities.lotOf(running).evaluations, address(evaluations));
        vm.assertEq(commodities.lotOf(anyLot(START)).evaluations, successor);
    }

    function testFuzz_setBondRequired_leavesBondsAlone(uint96 bond) public {
        bond = uint96(bound(bond, 1e6, 1_000_000e6));
        vm.expectEmit(address(commodities));
        emit ICommodities.CommodityBondSet(BOND, bond);
        commodities.setBondRequired(bond);
        vm.assertEq(uint256(commodities.bondRequired()), bond);
        vm.assertEq(bondOf(commodityId), BOND);
        vm.assertEq(bondOf(listCommodity(modelId)), bond);
    }

    function testFuzz_setBondRequired_staysInsideItsBounds(uint96 bond) public changesNothing {
        vm.assume(bond < 1e6 || bond > 1_000_000e6);
        vm.expectRevert(
            abi.encodeWithSelector(
                Bounds.ParameterOutOfBounds.selector,
                bytes32("commodityBond"),
                bond,
                1e6,
                1_000_000e6
            )
        );
        commodities.setBondRequired(bond);
    }

    function testFuzz_setUnsealCharge_setsIt(uint16 bps) public {
        bps = uint16(bound(bps, 1_000, 10_000));
        vm.expectEmit(address(commodities));
        emit ICommodities.UnsealChargeSet(2_500, bps);
        commodities.setUnsealCharge(bps);
        vm.assertEq(uint256(commodities.unsealChargeBps()), bps);
    }

    function testFuzz_setUnsealCharge_staysInsideItsBounds(uint16 bps) public changesNothing {
        vm.assume(bps < 1_000 || bps > 10_000);
        vm.expectRevert(
            abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, bytes32("unsealChargeBps"), bps, 1_000, 10_000)
        );
        commodities.setUnsealCharge(bps);
    }

    function testFuzz_governance_isRestricted(address caller) public changesNothing {
        vm.assume(caller != address(this) && caller != address(access));
        bytes memory expected = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        vm.startPrank(caller);
        vm.expectRevert(expected);
        commodities.appointEvaluations(caller);
        vm.expectRevert(expected);
        commodities.setBondRequired(2e6);
        vm.expectRevert(expected);
        commodities.setUnsealCharge(5_000);
        vm.stopPrank();
    }
}
