// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ValidatorsHandler} from "../support/ValidatorsHandler.sol";
import {vm} from "../support/Vm.sol";

/// @notice The runner calls only contracts of this file.
contract Polity is ValidatorsHandler {}

contract ValidatorsInvariants {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Polity private polity;

    function setUp() public {
        polity = new Polity();
        polity.prepare();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(polity);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[] memory selectors = new bytes4[](18);
        selectors[0] = polity.pass.selector;
        selectors[1] = polity.bondSome.selector;
        selectors[2] = polity.unbondSome.selector;
        selectors[3] = polity.nominateSome.selector;
        selectors[4] = polity.withdrawSome.selector;
        selectors[5] = polity.changeCandidacy.selector;
        selectors[6] = polity.judge.selector;
        selectors[7] = polity.govern.selector;
        selectors[8] = polity.elect.selector;
        selectors[9] = polity.earn.selector;
        selectors[10] = polity.closeSome.selector;
        selectors[11] = polity.claimSome.selector;
        // More of what the rest follows from.
        (selectors[12], selectors[13], selectors[14]) = (selectors[0], selectors[1], selectors[3]);
        (selectors[15], selectors[16], selectors[17]) = (selectors[0], selectors[8], selectors[11]);
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(polity), selectors);
    }

    /// The invariants would hold of a polity in which nothing happens, too: a long walk must reach everything.
    function test_the_polity_sees_everything() external {
        bytes4[] memory selectors = this.targetSelectors()[0].selectors;
        for (uint256 i; i < 2_000; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("polity", i)));
            bytes4 selector = selectors[seed % selectors.length];
            (bool success, ) = address(polity).call(abi.encodeWithSelector(selector, seed >> 8, seed >> 168));
            vm.assertTrue(success);
            if (i % 50 != 49) continue;
            checkAll();
            if (i > 200 && bytes(missing()).length == 0) break;
        }
        vm.assertEq(missing(), "");
    }

    function checkAll() private {
        this.invariant_WhatIsBondedIsThere();
        this.invariant_TheListIsTheTopByStake();
        this.invariant_AFrozenSnapshotStays();
        this.invariant_SeatsOfATermStay();
        this.invariant_RewardsAreConserved();
    }

    function missing() private view returns (string memory found) {
        string[14] memory events = [
            "freeze",
            "bonded",
            "unbonded",
            "nominated",
            "enlisted",
            "stake withdrawn",
            "self-bond withdrawn",
            "stood again",
            "slashed",
            "elected",
            "not elected",
            "closed",
            "closed without seats",
            "claimed"
        ];
        for (uint256 i; i < events.length; ++i) {
            if (polity.reached(events[i]) == 0) found = string.concat(found, events[i], "; ");
        }
    }

    /* INVARIANTS */

    function invariant_WhatIsBondedIsThere() external view {
        (uint256 sum, uint256 held) = polity.bonded();
        vm.assertEq(sum, held);
    }

    function invariant_TheListIsTheTopByStake() external view {
        (uint256 outside, uint256 inside, uint256 listed) = polity.list();
        vm.assertLe(listed, 8);
        vm.assertTrue(outside == 0 || (listed == 8 && outside <= inside));
    }

    /// From the freeze until the term begins nobody changes what is counted.
    function invariant_AFrozenSnapshotStays() external {
        (uint32 term, uint256 time) = polity.termAndTime();
        vm.warp(time);
        bytes32 digest = polity.frozen(term + 1);
        if (digest != 0) vm.assertEq(polity.snapshotDigest(term + 1), digest);
    }

    function invariant_SeatsOfATermStay() external {
        (uint32 term, uint256 time) = polity.termAndTime();
        vm.warp(time);
        for (uint32 i; i <= term; ++i) {
            bytes32 digest = polity.seated(i);
            if (digest != 0) vm.assertEq(polity.seatsDigest(i), digest);
        }
    }

    /// Nothing is paid that did not come in, and what is owed is there.
    function invariant_RewardsAreConserved() external view {
        (uint256 held, uint256 reserved, uint256 waiting) = polity.money();
        vm.assertLe(reserved, held);
        vm.assertEq(held + waiting + polity.paid(), polity.income());
    }
}
