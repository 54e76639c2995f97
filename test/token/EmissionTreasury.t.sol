// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IEmission} from "../../contracts/token/IEmission.sol";
import {EmissionTest} from "../support/EmissionTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract EmissionTreasuryTest is EmissionTest {
    uint32 private constant ERA = 208;
    uint256 private constant MINTED_AT_START = 200_000_000e18;

    function test_constructor_beginsWithTheEpochOfItsDeployment() public {
        toEpoch(5);
        vm.expectEmit();
        emit IEmission.TreasuryAppointed(treasury);
        emission = deployEmission(commodities);
        vm.assertEq(emission.firstEpoch(), 5);
        vm.assertEq(emission.treasuryUntil(), 5);
        vm.assertEq(emission.treasury(), treasury);
        (uint256 winners, uint256 rest) = emission.amountsOf(4);
        vm.assertEq(winners + rest, 0);
        (winners, rest) = emission.amountsOf(5);
        vm.assertEq(winners, WINNERS);
        vm.assertEq(rest, TREASURY);
        (winners, ) = emission.amountsOf(5 + ERA - 1);
        vm.assertEq(winners, WINNERS);
        (winners, ) = emission.amountsOf(5 + ERA);
        vm.assertEq(winners, ((MINED / 832) * 4) / 5);
    }

    function test_mintTreasury_mintsEpochsThatAreOver() public {
        vm.warp(startOf(3) - 1);
        vm.assertEq(emission.treasuryDue(), 2 * TREASURY);
        vm.expectEmit(address(emission));
        emit IEmission.TreasuryMined(treasury, 0, 2, 2 * TREASURY);
        vm.prank(address(0x5714));
        vm.assertEq(emission.mintTreasury(), 2 * TREASURY);
        vm.assertEq(token.balanceOf(treasury), 2 * TREASURY);
        vm.assertEq(emission.treasuryUntil(), 2);
        vm.assertEq(emission.treasuryDue(), 0);
    }

    function test_attack_mintTreasury_twice_in_an_epoch() public {
        bytes memory call_ = abi.encodeCall(IEmission.mintTreasury, ());
        refusedMining(call_, abi.encodeWithSelector(IEmission.NothingDue.selector, 0));
        toEpoch(2);
        emission.mintTreasury();
        vm.warp(startOf(3) - 1);
        refusedMining(call_, abi.encodeWithSelector(IEmission.NothingDue.selector, 2));
        toEpoch(3);
        vm.assertEq(emission.mintTreasury(), TREASURY);
    }

    function test_mintTreasury_acrossAHalving() public {
        toEpoch(ERA - 1);
        emission.mintTreasury();
        toEpoch(ERA + 2);
        uint256 half = MINED / 832 - ((MINED / 832) * 4) / 5;
        vm.assertEq(emission.mintTreasury(), TREASURY + 2 * half);
    }

    /// @dev A fifth of what is mined in all, but for rounding; then there is nothing left for ever.
    function test_mintTreasury_endsAfter81Eras() public {
        toEpoch(200 * ERA);
        uint256 amount = emission.mintTreasury();
        vm.assertLe(amount, MINED / 5 + 81 * ERA);
        vm.assertGe(amount + 81 * ERA * 2, MINED / 5);
        vm.assertLe(token.totalSupply(), MINTED_AT_START + MINED / 5 + 81 * ERA);
        toEpoch(201 * ERA);
        refusedMining(
            abi.encodeCall(IEmission.mintTreasury, ()),
            abi.encodeWithSelector(IEmission.NothingDue.selector, 200 * ERA)
        );
        (uint256 winners, uint256 rest) = emission.amountsOf(81 * ERA - 1);
        vm.assertEq(winners + rest, 1);
        (winners, rest) = emission.amountsOf(81 * ERA);
        vm.assertEq(winners + rest, 0);
    }

    function testFuzz_mintTreasury_isTheSameInParts(uint256 first, uint256 second) public {
        first = bound(first, 1, 2_000);
        second = bound(second, first, 4_000);
        toEpoch(uint32(first));
        uint256 sum = emission.mintTreasury();
        toEpoch(uint32(second));
        if (second > first) sum += emission.mintTreasury();
        uint256 expected;
        for (uint32 epoch; epoch < second; ++epoch) {
            (, uint256 part) = emission.amountsOf(epoch);
            expected += part;
        }
        vm.assertEq(sum, expected);
        vm.assertEq(token.balanceOf(treasury), expected);
    }

    /// @dev Both parts of every epoch there will ever be fit the 800,000,000.
    function test_amountsOf_allEpochsFitTheCap() public view {
        uint256 sum;
        for (uint32 era; era < 90; ++era) {
            (uint256 winners, uint256 rest) = emission.amountsOf(era * ERA);
            sum += ERA * (winners + rest);
        }
        vm.assertLe(sum, MINED);
        vm.assertGe(sum + 81 * ERA, MINED);
    }

    function test_appointTreasury() public {
        toEpoch(1);
        vm.expectEmit(address(emission));
        emit IEmission.TreasuryAppointed(address(0xF9));
        emission.appointTreasury(address(0xF9));
        emission.mintTreasury();
        vm.assertEq(token.balanceOf(address(0xF9)), TREASURY);
        vm.assertEq(token.balanceOf(treasury), 0);
    }

    function test_appointTreasury_isRestricted() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, producer));
        vm.prank(producer);
        emission.appointTreasury(producer);
    }
}
