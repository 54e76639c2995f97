// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Evaluations} from "../../contracts/experience/Evaluations.sol";
import {IEvaluations} from "../../contracts/experience/IEvaluations.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {vm} from "../support/Vm.sol";

contract EvaluationsGovernanceTest is RoundTest {
    function test_constructor_setsDefaults() public view {
        vm.assertEq(evaluations.bondMultiple(), 6);
        vm.assertEq(evaluations.kappaBps(), 7_500);
        vm.assertEq(evaluations.auditFundAccrued(), 0);
        vm.assertEq(address(evaluations.asset()), address(asset));
        vm.assertEq(address(evaluations.power()), address(power));
        vm.assertEq(address(evaluations.settlement()), address(settlement));
        vm.assertEq(address(evaluations.commodities()), address(commodities));
        vm.assertEq(address(evaluations.models()), address(models));
    }

    function testFuzz_setBondMultiple_staysInsideItsLimits(uint8 multiple) public {
        if (multiple < 2 || multiple > 10) {
            refused(bondCall(multiple), outOfBounds("bondMultiple", multiple, 2, 10));
        } else {
            vm.expectEmit(true, true, true, true, address(evaluations));
            emit IEvaluations.BondMultipleSet(6, multiple);
            evaluations.setBondMultiple(multiple);
            vm.assertEq(evaluations.bondMultiple(), multiple);
        }
    }

    function test_setBondMultiple_takesTheLimitsThemselves() public {
        evaluations.setBondMultiple(2);
        evaluations.setBondMultiple(10);
        refused(bondCall(1), outOfBounds("bondMultiple", 1, 2, 10));
        refused(bondCall(11), outOfBounds("bondMultiple", 11, 2, 10));
    }

    function testFuzz_setKappa_staysInsideItsLimits(uint16 bps) public {
        if (bps < 5_000 || bps > 9_000) {
            refused(kappaCall(bps), outOfBounds("kappaBps", bps, 5_000, 9_000));
        } else {
            vm.expectEmit(true, true, true, true, address(evaluations));
            emit IEvaluations.KappaSet(7_500, bps);
            evaluations.setKappa(bps);
            vm.assertEq(evaluations.kappaBps(), bps);
        }
    }

    function test_setKappa_takesTheLimitsThemselves() public {
        evaluations.setKappa(5_000);
        evaluations.setKappa(9_000);
        refused(kappaCall(4_999), outOfBounds("kappaBps", 4_999, 5_000, 9_000));
        refused(kappaCall(9_001), outOfBounds("kappaBps", 9_001, 5_000, 9_000));
    }

    function testFuzz_setters_refuseEverybodyElse(address caller) public {
        vm.assume(caller != address(this));
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        refused(caller, bondCall(5), reason);
        refused(caller, kappaCall(8_000), reason);
    }

    function bondCall(uint8 multiple) private pure returns (bytes memory) {
        return abi.encodeCall(Evaluations.setBondMultiple, (multiple));
    }

    function kappaCall(uint16 bps) private pure returns (bytes memory) {
        return abi.encodeCall(Evaluations.setKappa, (bps));
    }

    function outOfBounds(bytes32 name, uint256 value, uint256 min, uint256 max) private pure returns (bytes memory) {
        return abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, name, value, min, max);
    }
}
