// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DecisionClass} from "../../contracts/governance/ICommuneGovernor.sol";
import {GovernanceHandler} from "../support/GovernanceHandler.sol";
import {vm} from "../support/Vm.sol";

/// @notice The runner calls only contracts of this file.
contract Assembly is GovernanceHandler {}

contract GovernorInvariants {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Assembly private assembly_;

    function setUp() public {
        assembly_ = new Assembly();
        assembly_.prepare();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(assembly_);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[] memory selectors = new bytes4[](15);
        selectors[0] = assembly_.pass.selector;
        selectors[1] = assembly_.passTo.selector;
        selectors[2] = assembly_.earnSome.selector;
        selectors[3] = assembly_.proposeSome.selector;
        selectors[4] = assembly_.voteSome.selector;
        selectors[5] = assembly_.agree.selector;
        selectors[6] = assembly_.cancelSome.selector;
        selectors[7] = assembly_.queueSome.selector;
        selectors[8] = assembly_.executeSome.selector;
        selectors[9] = assembly_.executeEmergency.selector;
        // More of what the rest follows from.
        (selectors[10], selectors[11], selectors[12]) = (selectors[0], selectors[3], selectors[4]);
        (selectors[13], selectors[14]) = (selectors[4], selectors[9]);
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(assembly_), selectors);
    }

    /// The invariants would hold of an assembly in which nothing happens, too: a long walk must reach everything.
    function test_the_assembly_sees_everything() external {
        bytes4[] memory selectors = this.targetSelectors()[0].selectors;
        for (uint256 i; i < 600; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("assembly", i)));
            bytes4 selector = selectors[seed % selectors.length];
            bytes memory call = abi.encodeWithSelector(selector, seed >> 8, (seed >> 168) % 2);
            if (selector == selectors[3]) call = abi.encodeWithSelector(selector, seed >> 8, seed >> 168);
            if (selector == selectors[4]) call = abi.encodeWithSelector(selector, seed >> 8, uint8(seed >> 248));
            (bool success, ) = address(assembly_).call(call);
            vm.assertTrue(success);
            if (i % 50 != 49) continue;
            checkAll();
            if (bytes(missing()).length == 0) break;
        }
        vm.assertEq(missing(), "");
    }

    function checkAll() private {
        this.invariant_ClassesNeverChange();
        this.invariant_VotesAreAtMostThePowerAtTheSnapshot();
        this.invariant_DeadlinesAreExtendedOnceAndByTheExtension();
        this.invariant_StatesOnlyGoForward();
        this.invariant_ExecutedEmergenciesCalledNothingElse();
    }

    function missing() private view returns (string memory found) {
        string[10] memory events = [
            "Active",
            "Canceled",
            "Defeated",
            "Succeeded",
            "Queued",
            "Expired",
            "Executed",
            "extended",
            "emergency proposed",
            "emergency executed"
        ];
        for (uint256 i; i < events.length; ++i) {
            if (assembly_.reached(events[i]) == 0) found = string.concat(found, events[i], "; ");
        }
    }

    /* INVARIANTS */

    function invariant_ClassesNeverChange() external {
        for (uint256 i; i < assembly_.count(); ++i) {
            (DecisionClass class, , , ) = assembly_.facts(i);
            vm.assertEq(uint256(class), uint256(assembly_.seen(i).class));
        }
    }

    function invariant_VotesAreAtMostThePowerAtTheSnapshot() external {
        for (uint256 i; i < assembly_.count(); ++i) {
            (, uint256 cast, , uint256 electorate) = assembly_.facts(i);
            vm.assertEq(cast, assembly_.seen(i).weight);
            vm.assertLe(cast, electorate);
        }
    }

    function invariant_DeadlinesAreExtendedOnceAndByTheExtension() external {
        vm.assertFalse(assembly_.extendedTwice());
        for (uint256 i; i < assembly_.count(); ++i) {
            (, , uint256 deadline, ) = assembly_.facts(i);
            uint256 original = assembly_.seen(i).deadline;
            vm.assertTrue(deadline == original || deadline == original + assembly_.seen(i).extension);
        }
    }

    function invariant_StatesOnlyGoForward() external {
        vm.assertFalse(assembly_.wentBack());
        for (uint256 i; i < assembly_.count(); ++i) vm.assertTrue(assembly_.isAsSeen(i));
    }

    function invariant_ExecutedEmergenciesCalledNothingElse() external view {
        vm.assertFalse(assembly_.smuggled());
        for (uint256 i; i < assembly_.count(); ++i) {
            bool isEmergency = assembly_.seen(i).class == DecisionClass.Emergency;
            vm.assertEq(isEmergency, assembly_.onlySuspensions(i));
        }
    }
}
